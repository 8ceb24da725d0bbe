using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices;

/// <summary>Spread of a million devices.</summary>
public sealed class DevicePopulationTests
{
    private const int Count = 1_000_000;

    // No factor of these comes near a floor or changes its sign within five sigma.
    private static readonly DeviceSpreadOptions Spread = new() { Gmin = 0.15, Gmax = 0.12, Gain = 0.19, A = 0.1 };
    private static readonly DeviceOptions TwoBranches = SmallDevices.TwoBranches(-0.5, 0.5);

    [Fact]
    public void Every_parameter_has_its_mean_and_spread_and_neighbours_know_nothing_of_one_another()
    {
        var drawn = Draw(TwoBranches, Spread, Count);
        Judge(drawn.Gmin!, 1e-6, Spread.Gmin, "gmin");
        Judge(drawn.Gmax!, 50e-6, Spread.Gmax, "gmax");
        Judge(drawn.PotentiationGain!, 1, Spread.Gain, "rising gain");
        Judge(drawn.DepressionGain!, 1, Spread.Gain, "falling gain");
        Judge(drawn.PotentiationShape!, 1, Spread.A, "rising shape");
        Judge(drawn.DepressionShape!, 1, Spread.A, "falling shape");
    }

    [Fact]
    public void The_parameters_of_a_device_know_nothing_of_one_another()
    {
        var drawn = Draw(TwoBranches, Spread, Count / 4);
        double[][] deviates =
        [
            Deviates(drawn.Gmin!, 1e-6, Spread.Gmin), Deviates(drawn.Gmax!, 50e-6, Spread.Gmax),
            Deviates(drawn.PotentiationGain!, 1, Spread.Gain), Deviates(drawn.DepressionGain!, 1, Spread.Gain),
            Deviates(drawn.PotentiationShape!, 1, Spread.A), Deviates(drawn.DepressionShape!, 1, Spread.A),
        ];
        for (var one = 0; one < deviates.Length; one++)
            for (var other = 0; other < one; other++)
                Statistics.Uncorrelated(0, 1, deviates[one], deviates[other], $"parameters {other} and {one}");
    }

    [Fact]
    public void Asking_for_one_spread_does_not_change_another()
    {
        var (all, gain) = (Draw(TwoBranches, Spread, 9), Draw(TwoBranches, new DeviceSpreadOptions { Gain = 0.19 }, 9));
        Assert.Equal(all.PotentiationGain, gain.PotentiationGain);
        Assert.Equal(all.DepressionGain, gain.DepressionGain);
        Assert.Null(gain.Gmin);
        Assert.Null(gain.PotentiationShape);
    }

    [Fact]
    public void A_device_is_the_same_however_many_stand_behind_it_and_another_in_another_layer_or_run()
    {
        var (few, many) = (Draw(TwoBranches, Spread, 3), Draw(TwoBranches, Spread, 50));
        Assert.Equal(few.Gmax!, many.Gmax![..3]);
        var device = TwoBranches.WithSpread(Spread);
        Assert.NotEqual(few.Gmax![0], new DevicePopulation(device, 1, layer: 1, count: 3).Gmax![0]);
        Assert.NotEqual(few.Gmax![0], new DevicePopulation(device, 2, layer: 0, count: 3).Gmax![0]);
    }

    [Fact]
    public void The_one_curve_of_a_device_has_one_shape()
    {
        var drawn = Draw(SmallDevices.OneCurve(0.5), Spread, 100);
        Assert.Same(drawn.PotentiationShape, drawn.DepressionShape);
    }

    [Fact]
    public void The_shape_of_any_law_is_drawn_alike()
    {
        var labels = Draw(AnyLaw.Neurosim(1, -1, 9, 9), new DeviceSpreadOptions { Nonlinearity = 0.1 }, 9);
        var constants = Draw(TwoBranches, new DeviceSpreadOptions { A = 0.1 }, 9);
        Assert.Equal(constants.PotentiationShape, labels.PotentiationShape);
        Assert.Equal(constants.DepressionShape, labels.DepressionShape);
        Assert.NotEqual(labels.PotentiationShape, labels.DepressionShape);
    }

    [Fact]
    public void Gains_are_magnitudes_and_shapes_keep_a_tenth()
    {
        var drawn = Draw(TwoBranches, new DeviceSpreadOptions { Gain = 1, A = 0.3 }, Count / 4);
        Assert.InRange(drawn.PotentiationGain!.Min(), 1.0 / DevicePosition.One, 1e-3);
        Assert.InRange(drawn.PotentiationGain!.Max(), 5, 6);
        Assert.Equal(0.1, drawn.PotentiationShape!.Min());

        // Of a normal number with mean and deviation 1 the magnitude has the mean 1.16663 (folded normal distribution).
        Statistics.Within(1.16663, drawn.PotentiationGain!.Average(), 0.8 / Math.Sqrt(Count / 4), "mean magnitude");
    }

    [Fact]
    public void Without_spread_every_device_is_nominal()
    {
        var drawn = Draw(TwoBranches, new DeviceSpreadOptions(), 5);
        Assert.All(
            new[]
            {
                drawn.Gmin, drawn.Gmax, drawn.PotentiationGain, drawn.DepressionGain, drawn.PotentiationShape,
                drawn.DepressionShape,
            },
            Assert.Null);
    }

    private static DevicePopulation Draw(DeviceOptions device, DeviceSpreadOptions spread, int count) =>
        new(device.WithSpread(spread), 1, layer: 0, count);

    private static double[] Deviates(double[] values, double nominal, SpreadOptions? spread) =>
        [.. values.Select(value => (value / nominal - 1) / spread!.RelativeTo(nominal))];

    private static void Judge(double[] values, double nominal, SpreadOptions? spread, string what)
    {
        var deviates = Deviates(values, nominal, spread);
        Statistics.Mean(0, 1, deviates, what);
        Statistics.NormalVariance(0, 1, deviates, what);
        Statistics.Uncorrelated(0, 1, deviates[1..], deviates, $"{what} of neighbours");
    }
}
