using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices;

/// <summary>Devices that do not work, or not for ever.</summary>
public sealed class FaultTests
{
    private const int Count = 1_000_000;

    private static readonly FaultOptions Faults = new()
    {
        StuckGmin = 0.01,
        StuckGmax = 0.02,
        StuckAnywhere = 0.03,
        Unformed = 0.04,
        UnformedConductance = 0.1e-6,
        Sluggish = new SluggishOptions { Share = 0.05, Gain = 0.25 },
    };

    private static readonly LinearDeviceOptions Device = SmallDevices.Linear();

    [Fact]
    public void Every_class_has_its_share_and_neighbours_and_layers_know_nothing_of_one_another()
    {
        var (here, above) = (Draw(Faults, Count), new DevicePopulation(Faulty(Faults), 1, 1, Count));
        DeviceFault[] classes = [DeviceFault.StuckGmin, DeviceFault.StuckGmax, DeviceFault.StuckAnywhere, DeviceFault.Unformed,
            DeviceFault.Sluggish];
        foreach (var (fault, share) in classes.Zip([0.01, 0.02, 0.03, 0.04, 0.05]))
        {
            double[] hits = [.. here.Faults!.Select(found => found == fault ? 1.0 : 0)];
            var deviation = Math.Sqrt(share * (1 - share));
            Statistics.Mean(share, deviation, hits, $"{fault}");
            Statistics.Uncorrelated(share, deviation, hits[1..], hits, $"{fault} of neighbours");
            Statistics.Uncorrelated(share, deviation, [.. above.Faults!.Select(found => found == fault ? 1.0 : 0)], hits,
                $"{fault} of layers");
        }
    }

    [Fact]
    public void A_larger_share_of_a_class_only_adds_devices_to_it()
    {
        var (few, many) = (Draw(Faults, 10_000), Draw(Faults with { StuckAnywhere = 0.2 }, 10_000));
        for (var k = 0; k < 10_000; k++)
            if (few.Faults![k] == DeviceFault.StuckAnywhere)
                Assert.Equal((DeviceFault.StuckAnywhere, few.StuckAt![k]), (many.Faults![k], many.StuckAt![k]));
        Assert.True(many.Faults!.Count(fault => fault == DeviceFault.StuckAnywhere) > 1500);
    }

    [Fact]
    public void Stuck_devices_stand_evenly_over_all_states()
    {
        var places = Draw(new FaultOptions { StuckAnywhere = 1 }, Count).StuckAt!;
        foreach (var states in places.CountBy(place => place))
            Statistics.Within(1.0 / 21, (double)states.Value / Count, Math.Sqrt(1.0 / 21 * 20 / 21 / Count), $"P = {states.Key}");
        double[] deviates = [.. places.Select(place => place - 10.0)];
        Statistics.Uncorrelated(0, Math.Sqrt((21 * 21 - 1) / 12.0), deviates[1..], deviates, "neighbours");
    }

    [Fact]
    public void Each_class_does_what_it_says()
    {
        var devices = new ReferenceDevices(new WeightMapping(Faulty(Faults), new MappingOptions()), 2000, 1, 0);
        devices.Write(new LayerState(2000) { Pulses = [.. Enumerable.Repeat(7, 2000)] });
        var faults = Draw(Faults, 2000).Faults!;
        for (var k = 0; k < 2000; k++)
        {
            var (before, fired) = (devices.Conductance(k), devices.Fire(k, rising: true));
            var moved = (devices.Conductance(k) - before) / 49e-6 * 20;
            Assert.Equal(faults[k] is DeviceFault.None or DeviceFault.Sluggish, fired);
            Near.Equal(faults[k] switch { DeviceFault.None => 1, DeviceFault.Sluggish => 0.25, _ => 0 }, moved, 1e-9, "step");
            if (faults[k] == DeviceFault.StuckGmin) Near.Equal(1e-6, before, 1e-18, "stuck at gmin");
            if (faults[k] == DeviceFault.StuckGmax) Near.Equal(50e-6, before, 1e-18, "stuck at gmax");
            if (faults[k] == DeviceFault.Unformed) Near.Equal(-1 - 2 * 0.9 / 49, devices.Weight(k), 1e-12, "unformed");
        }

        Assert.Equal(
            faults.Count(fault => fault is not (DeviceFault.None or DeviceFault.Sluggish)), devices.Read().Totals().Refused);
    }

    [Fact]
    public void A_device_takes_the_pulses_of_its_life_and_no_more()
    {
        var device = Device.Varied(_ => new VariationOptions { Endurance = new EnduranceOptions { Pulses = 30, Sigma = 0.3 } });
        var lives = new DevicePopulation(device, 1, 0, 50).Budget!;
        var devices = new ReferenceDevices(new WeightMapping(device, new MappingOptions()), 50, 1, 0);
        for (var k = 0; k < 50; k++)
            for (var pulse = 0; pulse < 200; pulse++)
                Assert.Equal(pulse < lives[k], devices.Fire(k, rising: pulse % 2 == 0));
        Assert.True(lives.Distinct().Count() > 10);
    }

    [Fact]
    public void Lives_are_log_normal()
    {
        var device = Device.Varied(_ => new VariationOptions { Endurance = new EnduranceOptions { Pulses = 1e6, Sigma = 0.3 } });
        var here = new DevicePopulation(device, 1, 0, Count).Budget!;
        var above = new DevicePopulation(device, 1, 1, Count).Budget!;
        double[] deviates = [.. here.Select(life => Math.Log(life / 1e6) / 0.3)];
        Statistics.Mean(0, 1, deviates, "logarithm of lives");
        Statistics.NormalVariance(0, 1, deviates, "logarithm of lives");
        Statistics.Uncorrelated(0, 1, deviates[1..], deviates, "neighbours");
        Statistics.Uncorrelated(0, 1, [.. above.Select(life => Math.Log(life / 1e6) / 0.3)], deviates, "layers");
    }

    private static DeviceOptions Faulty(FaultOptions faults) => Device.Varied(_ => new VariationOptions { Faults = faults });

    private static DevicePopulation Draw(FaultOptions faults, int count) => new(Faulty(faults), 1, 0, count);
}
