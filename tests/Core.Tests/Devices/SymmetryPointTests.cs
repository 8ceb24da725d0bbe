using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Imports;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class SymmetryPointTests
{
    [Fact]
    public void Soft_bounds_have_theirs_where_the_published_formula_says() =>
        Gen.Select(Gen.Double[0.001, 0.02], Gen.Double[-0.5, 0.5], Gen.Double[-1.5, -0.4], Gen.Double[0.4, 1.5]).Sample(
            (size, upDown, low, high) =>
            {
                // Between whole pulses u is linear in the position, exact for a law whose step is linear in u.
                const double Bound = 1e-9;
                var steps = new AihwkitSteps(size, upDown, low, high);
                var law = new AihwkitDevices(steps, new ConductanceWindow(1e-6, 2e-6)).SoftBounds().CreateLaw();
                var expected = (steps.Up - steps.Down) / (steps.Up / high - steps.Down / low);
                Near.Equal(expected, steps.Weight(SymmetryPoint.Of(law)!.Value), Bound, "symmetry point");
            },
            iter: 200);

    [Fact]
    public void Alternating_pulses_draw_a_soft_bounds_device_to_a_closed_cycle() =>
        Gen.Select(Gen.Double[0.03, 0.5], Gen.Double[0.03, 0.5], Gen.Double[0, 1]).Sample((up, down, start) =>
        {
            var devices = Place(SmallDevices.SoftBounds(up, down), start);
            for (var k = 0; k < 1_000; k++) devices.Fire(0, rising: k % 2 == 0);

            // u = (u + up (1 - u))(1 - down); each change of branch rounds to 2^-17 of a pulse, and rounds again as often
            // as the cycle forgets, 1/(1 - (1 - up)(1 - down)) times.
            var forgets = 1 - (1 - up) * (1 - down);
            var rounding = 2 * Math.ScaleB(Math.Max(up, down), -17) / forgets;
            Near.Equal(up * (1 - down) / forgets, devices.Fraction(0), rounding + 1e-9, "u after a falling pulse");
        }, iter: 200);

    [Fact]
    public void Alternating_pulses_draw_any_saturating_device_to_its_symmetry_point() =>
        Gen.Select(Gen.Double[0.5, 6], Gen.Double[0.5, 6], Gen.Int[20, 60], Gen.Int[20, 60], Gen.Double[0, 1]).Sample(
            (up, down, rising, falling, start) =>
            {
                var device = AnyLaw.Neurosim(up, -down, rising, falling);
                var (law, devices) = (device.CreateLaw(), Place(device, start));
                for (var k = 0; k < 4_000; k++) devices.Fire(0, rising: k % 2 == 0);
                var low = devices.Fraction(0);
                devices.Fire(0, rising: true);
                var high = devices.Fraction(0);
                switch (SymmetryPoint.Kind(law))
                {
                    // Where the steps of both directions are nearly equal at an end, it is reached too slowly to wait for.
                    case AlternatingPulses.LeadToGmin or AlternatingPulses.LeadToGmax when SlowestDrift(law) < 1e-3: break;
                    case AlternatingPulses.LeadToGmin: Near.Equal(0, low, 1e-4, "led to gmin"); break;
                    case AlternatingPulses.LeadToGmax: Near.Equal(1, high, 1e-4, "led to gmax"); break;
                    default: Assert.InRange(SymmetryPoint.Of(law)!.Value, low - 1e-4, high + 1e-4); break;
                }
            },
            iter: 200);

    // How far a cycle of two pulses moves a device near the end where it moves least.
    private static double SlowestDrift(ConductanceLaw law) =>
        new[] { law.Depression.Fraction(1), law.Potentiation.Fraction(law.Potentiation.Pulses - 1) }
            .Min(u => Math.Abs(SymmetryPoint.Rise(law.Potentiation, u) - SymmetryPoint.Fall(law.Depression, u)));

    [Fact]
    public void Alternating_pulses_drive_an_accelerating_device_from_its_symmetry_point_to_the_ends() =>
        Gen.Select(Gen.Double[2, 6], Gen.Double[2, 6], Gen.Int[40, 60], Gen.Int[40, 60]).Sample((up, down, rising, falling) =>
        {
            var device = AnyLaw.Neurosim(-up, down, rising, falling);
            var law = device.CreateLaw();
            Assert.Equal(AlternatingPulses.LeadAway, SymmetryPoint.Kind(law));
            var symmetry = SymmetryPoint.Of(law)!.Value;
            foreach (var (start, end) in new[] { (0.6 * symmetry, 0.0), (1 - 0.6 * (1 - symmetry), 1.0) })
            {
                var devices = Place(device, law.Potentiation.Position(start) / law.Potentiation.Pulses);
                for (var k = 0; k < 4_000; k++) devices.Fire(0, rising: k % 2 == (int)end);
                Near.Equal(end, devices.Fraction(0), 1e-9, "end");
            }
        },
        iter: 100);

    [Fact]
    public void There_both_pulses_move_equally_far() =>
        AnyLaw.TwoBranches.Sample(device =>
        {
            var law = device.CreateLaw();
            if (SymmetryPoint.Of(law) is not { } u) return;
            var sign = SymmetryPoint.Kind(law) == AlternatingPulses.LeadThere ? 1 : -1;
            double Excess(double at) =>
                sign * (SymmetryPoint.Rise(law.Potentiation, at) - SymmetryPoint.Fall(law.Depression, at));
            Assert.True(Excess(Math.Max(0, u - 1e-9)) >= -1e-7);
            Assert.True(Excess(Math.Min(1, u + 1e-9)) <= 1e-7);
        });

    [Theory]
    [InlineData(100, 80, AlternatingPulses.LeadToGmin)]
    [InlineData(80, 100, AlternatingPulses.LeadToGmax)]
    [InlineData(100, 100, AlternatingPulses.Cancel)]
    public void A_straight_device_is_led_where_its_larger_pulses_point(int rising, int falling, AlternatingPulses kind)
    {
        var law = AnyLaw.Neurosim(0, 0, rising, falling).CreateLaw();
        Assert.Equal(kind, SymmetryPoint.Kind(law));
        Assert.Null(SymmetryPoint.Of(law));
    }

    private static ReferenceDevices Place(DeviceOptions device, double share)
    {
        var mapping = new WeightMapping(device, new MappingOptions());
        var devices = new ReferenceDevices(mapping, count: 1, seed: 1, layer: 0);
        var position = (int)(share * mapping.Pulses * DevicePosition.One);
        devices.Write(LayerState.FromCodes([position], positions: true, branches: true));
        return devices;
    }
}
