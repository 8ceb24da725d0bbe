using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Randomness;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Two pulses, up and down, of devices that differ in everything, written out step by step.</summary>
public sealed class OwnParametersTests
{
    private const int Count = 50;
    private const int Start = 9 << DevicePosition.Bits;
    private const ulong Seed = 11;
    private const int Layer = 2;

    private static readonly DeviceSpreadOptions Spread = new() { Gmin = 0.1, Gmax = 0.1, Gain = 0.3, A = 0.2 };
    private static readonly DevicePopulation Own = new(Device(Spread), Seed, Layer, Count);

    [Fact]
    public void Every_device_follows_its_own_curves_gains_and_window()
    {
        var devices = Place(Device(Spread));
        for (var k = 0; k < Count; k++)
        {
            var (up, down) = (Curve(-0.5 * Own.PotentiationShape![k]), Curve(0.5 * Own.DepressionShape![k]));
            Assert.True(devices.Fire(k, rising: true));
            var raised = Start + Units(Own.PotentiationGain![k]);
            Assert.Equal(DevicePosition.Code(raised, depression: false), devices.Codes[k]);
            Assert.True(devices.Fire(k, rising: false));
            var lowered = Onto(down, At(up, raised)) - Units(Own.DepressionGain![k]);
            Assert.Equal(DevicePosition.Code(lowered, depression: true), devices.Codes[k]);
            var siemens = Own.Gmin![k] + At(down, lowered) * (Own.Gmax![k] - Own.Gmin[k]);
            Near.Equal(siemens, devices.Conductance(k), 1e-18, $"conductance {k}");
        }
    }

    [Fact]
    public void Noise_of_the_window_is_added_where_the_pulse_leads() =>
        CheckNoise(0.03, NoiseReference.Window, (_, to, noise) => to + noise);

    [Fact]
    public void Noise_of_the_step_counts_from_where_the_device_stands_on_the_fired_branch() =>
        CheckNoise(5, NoiseReference.Step, (from, to, noise) => from + (to - from) * (1 + noise));

    [Fact]
    public void A_one_curve_device_stands_on_the_potentiation_branch_whatever_it_is_given()
    {
        var devices = new ReferenceDevices(new WeightMapping(SmallDevices.Linear(), new MappingOptions()), 1, Seed, Layer);
        devices.Write(new LayerState(1) { Pulses = [5], Branches = [1] });
        Assert.Equal(5 << DevicePosition.Bits, devices.Codes[0]);
    }

    private static void CheckNoise(double sigma, NoiseReference of, Func<double, double, double, double> noisy)
    {
        var devices = Place(Device(new DeviceSpreadOptions()).WithNoise(sigma, of));
        var (up, down) = (Curve(-0.5), Curve(0.5));
        for (var k = 0; k < Count; k++)
        {
            int Noisy(LawBranch branch, int from, int to, int pulse) =>
                Onto(branch, Math.Clamp(noisy(At(branch, from), At(branch, to), sigma * Deviate(k, pulse)), 0, 1));
            var raised = Noisy(up, Start, Start + DevicePosition.One, 0);
            devices.Fire(k, rising: true);
            Assert.Equal(DevicePosition.Code(raised, depression: false), devices.Codes[k]);
            var turned = Onto(down, At(up, raised));
            if (!devices.Fire(k, rising: false)) continue;
            var lowered = Noisy(down, turned, Math.Max(turned - DevicePosition.One, 0), 1);
            Assert.Equal(DevicePosition.Code(lowered, depression: true), devices.Codes[k]);
        }
    }

    private static DeviceOptions Device(DeviceSpreadOptions spread) => SmallDevices.TwoBranches(-0.5, 0.5).WithSpread(spread);

    private static LawBranch Curve(double a) => new(20, new ExponentialCurve(a));

    private static int Units(double gain) => (int)Math.Round(gain * DevicePosition.One);

    private static double At(LawBranch branch, int position) => branch.Fraction((double)position / DevicePosition.One);

    private static int Onto(LawBranch branch, double fraction) =>
        (int)Math.Round(branch.Position(fraction) * DevicePosition.One, MidpointRounding.ToEven);

    private static double Deviate(int device, int pulse) =>
        NormalDeviate.FromWord(new RandomNumbers(Seed, StreamKind.CycleNoise, Layer).Words((uint)device)[pulse]);

    private static ReferenceDevices Place(DeviceOptions device)
    {
        var devices = new ReferenceDevices(new WeightMapping(device, new MappingOptions()), Count, Seed, Layer);
        devices.Write(LayerState.FromCodes([.. Enumerable.Repeat(Start, Count)], positions: true, branches: true));
        return devices;
    }
}
