using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Tests.Comparing;

public sealed class PulseFiguresTests
{
    private static readonly LinearDeviceOptions Device = new() { Gmin = 1e-6, Gmax = 11e-6, Pulses = 10 };

    [Fact]
    public void Devices_are_counted_by_their_pulses()
    {
        var counts = new PulseCounts();
        counts.Add(State([0, 3, 3, 7], [0, 0, 1, 3], [0, 0, 5, 1]));
        var other = new PulseCounts();
        other.Add(State([10], [10], [0]));
        counts.Add(other);

        Assert.Equal([0L, 3, 4, 10, 20], counts.Histogram.Select(entry => entry.Key));
        Assert.Equal((5L, 6L, 20L), (counts.Devices, counts.Refused, counts.Maximum));
        Assert.Equal(37 / 5.0, counts.Mean);

        // Nearest rank: 60 % of five devices are three.
        Assert.Equal((4L, 20L), (counts.Percentile(0.6), counts.Percentile(0.99)));
    }

    [Fact]
    public void No_devices_have_no_pulses() =>
        Assert.Equal((0.0, 0L, 0L), (new PulseCounts().Mean, new PulseCounts().Maximum, new PulseCounts().Percentile(0.99)));

    [Fact]
    public void Energy_is_worked_by_hand()
    {
        // From P = 0 to P = 2, so from 1 uS to 3 uS: 2 uS on average; 3 pulses up of 2 V, 1 down of -1 V, each of 1 us.
        var voltage = new VoltageOptions
        {
            Potentiation = new VoltageBranchOptions { Amplitude = 2, Width = 1e-6 },
            Depression = new VoltageBranchOptions { Amplitude = -1, Width = 1e-6 },
        };
        var expected = 2e-6 * (3 * 4 + 1 * 1) * 1e-6;

        Assert.Equal(expected, Energy(Device with { Voltage = voltage }, given: null)!.Value, 1e-20);
        Assert.Equal(expected, Energy(Device with { Voltage = voltage }, new WritePulse(9, 9))!.Value, 1e-20);
        Assert.Equal(2e-6 * 4 * 25 * 1e-3, Energy(Device, new WritePulse(-5, 1e-3))!.Value, 1e-16);
        Assert.Null(Energy(Device, given: null));
    }

    private static double? Energy(DeviceOptions device, WritePulse? given)
    {
        var array = new StateLayer(new LayerShape(1, 1, false), device, new MappingOptions());
        var last = new LayerState(1) { Pulses = [2], PotentiationPulses = [3], DepressionPulses = [1], RefusedPulses = [4] };
        return WriteEnergy.Joules(array, new LayerState(1), last, given);
    }

    private static LayerState State(int[] up, int[] down, int[] refused) =>
        new(up.Length) { PotentiationPulses = up, DepressionPulses = down, RefusedPulses = refused };
}
