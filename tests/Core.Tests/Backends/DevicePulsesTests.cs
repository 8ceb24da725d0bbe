using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Tests.Devices;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>What holds for every law after any train of pulses.</summary>
public sealed class DevicePulsesTests
{
    // Rounding of u, 1e-16, where the curve is flattest, in 2^-16 of a pulse.
    private const double Rounding = 1e-6;

    private static readonly Gen<DeviceOptions> Any = Gen.Select(AnyLaw.Any, Gen.Int[0, 3], (device, kind) => kind switch
    {
        0 => device.WithNoise(0.05, NoiseReference.Window),
        1 => device.WithNoise(0.8, NoiseReference.Step),
        2 => device.WithSpread(new DeviceSpreadOptions { Gain = 0.5, Gmax = 0.1 }),
        _ => device,
    });

    private static readonly Gen<bool[]> Trains = Gen.Bool.Array[0, 120];

    [Fact]
    public void Every_pulse_asked_for_is_in_one_account_and_the_device_stays_in_its_window() =>
        Gen.Select(Any, Trains).Sample((device, train) =>
        {
            var devices = Place(device, position: 0);
            foreach (var rising in train) Fire(devices, rising);
            var totals = devices.Read().Totals();
            Assert.Equal(train.Length, totals.Requested);
            Assert.InRange(devices.Fraction(0), 0, 1);
            Assert.InRange(devices.Pulses(0), 0, devices.Branch(0).Pulses);
        });

    [Fact]
    public void A_one_curve_device_without_noise_counts_its_pulses() =>
        Gen.Select(AnyLaw.OneCurve, Trains, Gen.Double[0, 1]).Sample((device, train, share) =>
        {
            var first = (int)(share * device.Pulses);
            var devices = Place(device, first << DevicePosition.Bits);
            foreach (var rising in train) Fire(devices, rising);
            var state = devices.Read();
            Assert.Equal(first + state.PotentiationPulses[0] - state.DepressionPulses[0], state.Pulses[0]);
            Assert.Equal(state.Pulses[0] << DevicePosition.Bits, devices.Codes[0]);
        });

    [Fact]
    public void Without_noise_a_pulse_moves_the_conductance_in_its_direction() =>
        Gen.Select(AnyLaw.Any, Trains).Sample((device, train) =>
        {
            var devices = Place(device, position: 0);
            foreach (var rising in train)
            {
                var before = devices.Fraction(0);
                var fired = Fire(devices, rising);
                Assert.Equal(!fired ? 0 : rising ? 1 : -1, Math.Sign(devices.Fraction(0) - before));
            }
        });

    [Fact]
    public void Where_the_direction_changes_the_conductance_goes_on_from_where_it_was() =>
        Gen.Select(AnyLaw.TwoBranches, Trains, Gen.Double[0, 1]).Sample((device, train, share) =>
        {
            var law = device.CreateLaw();
            var devices = Place(device, (int)(share * law.Potentiation.Pulses * DevicePosition.One));
            foreach (var rising in train)
            {
                var before = devices.Fraction(0);
                if (Fire(devices, rising)) CheckStart(devices, before, rising);
                else CheckNearest(law.Branch(!rising), before, End(law.Branch(!rising), rising));
            }
        });

    [Fact]
    public void A_pulse_that_the_end_cuts_short_is_fired_and_the_next_one_refused() =>
        Gen.Select(AnyLaw.Any, Gen.Int[1, DevicePosition.One - 1], Gen.Bool).Sample((device, part, rising) =>
        {
            var law = device.CreateLaw();
            var end = End(law.Branch(!rising), rising);
            var devices = Place(device, rising ? end - part : part, depression: !rising && !law.IsOneCurve);
            Assert.True(Fire(devices, rising));
            Assert.Equal(end, DevicePosition.Position(devices.Codes[0]));
            var state = devices.Codes[0];
            Assert.False(Fire(devices, rising));
            Assert.Equal(state, devices.Codes[0]);
            Assert.Equal((2, 1), (devices.Read().Totals().Requested, devices.Read().Totals().Refused));
        });

    [Fact]
    public void A_refused_pulse_leaves_the_branch_as_it_was()
    {
        var devices = Place(SmallDevices.TwoBranches(-0.5, 0.5), position: 0);
        Assert.False(Fire(devices, rising: false));
        Assert.Equal(0, devices.Codes[0]);
        Assert.True(Fire(devices, rising: true));
        Assert.True(Fire(devices, rising: false));
        Assert.True(DevicePosition.IsDepression(devices.Codes[0]));
    }

    [Fact]
    public void Two_branches_of_one_curve_are_a_one_curve_device() =>
        Gen.Select(AnyLaw.Constants, Gen.Int[1, 40], Trains).Sample((a, pulses, train) =>
        {
            var one = Place(SmallDevices.OneCurve(a, pulses), position: 0);
            var two = Place(SmallDevices.TwoBranches(a, a, pulses), position: 0);
            foreach (var rising in train)
            {
                Assert.Equal(Fire(one, rising), Fire(two, rising));
                Assert.Equal(one.Codes[0], DevicePosition.Position(two.Codes[0]));
                Assert.Equal(one.Weight(0), two.Weight(0));
            }
        });

    [Fact]
    public void A_gain_stretches_a_pulse_and_not_the_window() =>
        Gen.Select(Gen.Int[1, 40], Gen.ULong).Sample((pulses, seed) =>
        {
            var device = SmallDevices.Linear(pulses).WithSpread(new DeviceSpreadOptions { Gain = 0.3 });
            var gain = new DevicePopulation(device, seed, layer: 0, count: 1).PotentiationGain![0];
            var devices = Place(device, position: 0, seed: seed);
            Fire(devices, rising: true);
            Assert.Equal(
                Math.Min((int)Math.Round(gain * DevicePosition.One), pulses << DevicePosition.Bits), devices.Codes[0]);
            while (Fire(devices, rising: true)) Assert.InRange(devices.Fraction(0), 0, 1);
            Assert.Equal(1, devices.Fraction(0));
        });

    [Fact]
    public void A_device_reaches_the_ends_of_its_own_window_and_its_weight_says_so()
    {
        var device = SmallDevices.Linear(1).WithSpread(new DeviceSpreadOptions { Gmin = 0.1, Gmax = 0.1 });
        var own = new DevicePopulation(device, 7, layer: 0, count: 1);
        var devices = Place(device, position: 0, seed: 7);
        double Weight(double siemens) => 2 * (siemens - 1e-6) / 49e-6 - 1;
        Near.Equal(own.Gmin![0], devices.Conductance(0), 1e-20, "low end");
        Near.Equal(Weight(own.Gmin[0]), devices.Weight(0), 1e-14, "weight at the low end");
        Fire(devices, rising: true);
        Near.Equal(own.Gmax![0], devices.Conductance(0), 1e-20, "high end");
        Near.Equal(Weight(own.Gmax[0]), devices.Weight(0), 1e-14, "weight at the high end");
    }

    [Fact]
    public void Devices_of_their_own_gamma_cross_their_window_in_the_nominal_pulses()
    {
        var device = AnyLaw.PowStep(new PowStepBranchOptions { Step = 0.1, Gamma = 0.5 });
        var mapping = new WeightMapping(device.WithSpread(new DeviceSpreadOptions { Gamma = 0.2 }), new MappingOptions());
        var devices = new ReferenceDevices(mapping, count: 9, seed: 3, layer: 0);
        for (var one = 0; one < 9; one++)
        {
            for (var p = 0; p < mapping.Pulses; p++) Assert.True(devices.Fire(one, rising: true));
            Assert.False(devices.Fire(one, rising: true));
            Assert.Equal(1, devices.Fraction(one));
        }

        devices.Fire(0, rising: false);
        devices.Fire(1, rising: false);
        Assert.NotEqual(devices.Fraction(0), devices.Fraction(1));
    }

    // The pulse started within half a unit of 2^-16 from where the device stood, seen on the fired branch.
    private static void CheckStart(ReferenceDevices devices, double before, bool rising)
    {
        var (branch, after) = (devices.Branch(0), DevicePosition.Position(devices.Codes[0]));
        if (after == End(branch, rising)) return;
        CheckNearest(branch, before, rising ? after - DevicePosition.One : after + DevicePosition.One);
    }

    private static void CheckNearest(LawBranch branch, double fraction, int position) => Near.Equal(
        branch.Position(fraction) * DevicePosition.One, position, 0.5 + Rounding, "position on the fired branch");

    private static int End(LawBranch branch, bool rising) => rising ? branch.Pulses << DevicePosition.Bits : 0;

    private static bool Fire(ReferenceDevices devices, bool rising) => devices.Fire(0, rising);

    private static ReferenceDevices Place(DeviceOptions device, int position, bool depression = false, ulong seed = 1)
    {
        var devices = new ReferenceDevices(new WeightMapping(device, new MappingOptions()), count: 1, seed, layer: 0);
        devices.Write(LayerState.FromCodes([DevicePosition.Code(position, depression)], positions: true, branches: true));
        return devices;
    }
}
