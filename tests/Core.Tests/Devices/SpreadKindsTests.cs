using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Units;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices;

/// <summary>Spreads of every kind over a million devices.</summary>
public sealed class SpreadKindsTests
{
    private const int Count = 1_000_000;

    private static readonly DeviceOptions Device = SmallDevices.TwoBranches(-0.5, 0.5);

    [Fact]
    public void A_log_normal_spread_is_normal_in_the_logarithm_and_its_median_is_nominal()
    {
        var gains = Draw(new DeviceSpreadOptions { Gain = LogNormal(0.78) }, Count);
        Judge([.. gains.PotentiationGain!.Select(gain => Math.Log(gain) / 0.78)], "logarithm of the rising gain");
        Judge([.. gains.DepressionGain!.Select(gain => Math.Log(gain) / 0.78)], "logarithm of the falling gain");
        Assert.InRange(gains.PotentiationGain!.Order().ElementAt(Count / 2), 0.995, 1.005);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_truncated_spread_is_normal_within_its_cut(double cut)
    {
        var spread = new SpreadOptions { Sigma = 0.1, Distribution = SpreadDistribution.Truncated, Cut = cut };
        double[] deviates = [.. Draw(new DeviceSpreadOptions { Gmax = spread }, Count).Gmax!.Select(g => (g / 50e-6 - 1) / 0.1)];
        Assert.InRange(deviates.Max(Math.Abs), 0.99 * Math.Min(cut, 4.5), cut + 1e-9);

        // Moments of the normal distribution between -c and c (N. L. Johnson, S. Kotz, N. Balakrishnan: Continuous
        // Univariate Distributions, vol. 1, 2nd ed., section 13.10.1), and the fourth moment for the error of the second.
        var inside = Phi(cut);
        var density = 2 * cut * Math.Exp(-cut * cut / 2) / Math.Sqrt(2 * Math.PI) / inside;
        var (variance, fourth) = (1 - density, 3 - (3 + cut * cut) * density);
        Statistics.Mean(0, Math.Sqrt(variance), deviates, $"cut {cut}");
        Statistics.Within(variance, deviates.Average(d => d * d), Math.Sqrt((fourth - variance * variance) / Count), "variance");
        Statistics.Uncorrelated(0, Math.Sqrt(variance), deviates[1..], deviates, "neighbours");
    }

    [Fact]
    public void An_absolute_spread_is_in_the_parameters_own_unit()
    {
        var drawn = Draw(new DeviceSpreadOptions { Gmax = Siemens(2e-6), Gmin = Siemens(0.15e-6), A = Absolute(0.05) }, Count);
        Judge([.. drawn.Gmax!.Select(g => (g - 50e-6) / 2e-6)], "gmax");
        Judge([.. drawn.Gmin!.Select(g => (g - 1e-6) / 0.15e-6)], "gmin");

        // a is -0.5 and 0.5: 0.05 is a tenth of either.
        Judge([.. drawn.PotentiationShape!.Select(factor => (factor - 1) / 0.1)], "a up");
        Judge([.. drawn.DepressionShape!.Select(factor => (factor - 1) / 0.1)], "a down");
    }

    [Fact]
    public void The_step_is_shared_by_both_directions_and_the_gain_is_not()
    {
        var step = Draw(new DeviceSpreadOptions { Step = 0.19 }, Count);
        Assert.Equal(step.PotentiationGain, step.DepressionGain);
        Judge([.. step.PotentiationGain!.Select(gain => (gain - 1) / 0.19)], "step");

        var both = Draw(new DeviceSpreadOptions { Step = LogNormal(0.3), Gain = LogNormal(0.2) }, Count);
        double[] common = [.. both.PotentiationGain!.Zip(both.DepressionGain!, (up, down) => Math.Log(up * down))];
        double[] own = [.. both.PotentiationGain!.Zip(both.DepressionGain!, (up, down) => Math.Log(up / down))];
        var (sum, difference) = (Math.Sqrt(4 * 0.09 + 2 * 0.04), Math.Sqrt(2 * 0.04));
        Judge([.. common.Select(x => x / sum)], "both directions together");
        Judge([.. own.Select(x => x / difference)], "directions against each other");
    }

    [Fact]
    public void Parameters_and_layers_know_nothing_of_one_another()
    {
        var spread = new DeviceSpreadOptions { Step = LogNormal(1), Gain = LogNormal(1), Gmax = Siemens(1e-6) };
        var (here, above) = (Draw(spread, Count / 4), new DevicePopulation(Device.WithSpread(spread), 1, 1, Count / 4));
        double[][] deviates =
        [
            [.. here.Gmax!.Select(g => (g - 50e-6) / 1e-6)], [.. above.Gmax!.Select(g => (g - 50e-6) / 1e-6)],
            Logarithms(Draw(spread with { Gain = null }, Count / 4)), Logarithms(Draw(spread with { Step = null }, Count / 4)),
        ];
        for (var one = 0; one < deviates.Length; one++)
            for (var other = 0; other < one; other++)
                Statistics.Uncorrelated(0, 1, deviates[one], deviates[other], $"{other} and {one}");
    }

    [Fact]
    public void No_conductance_is_below_0()
    {
        var drawn = Draw(new DeviceSpreadOptions { Gmin = Siemens(1e-6) }, 1000);
        Assert.Equal(0, drawn.Gmin!.Min());
    }

    private static double[] Logarithms(DevicePopulation drawn) => [.. drawn.PotentiationGain!.Select(gain => Math.Log(gain))];

    private static SpreadOptions LogNormal(double sigma) =>
        new() { Sigma = sigma, Distribution = SpreadDistribution.LogNormal };

    private static SpreadOptions Siemens(double sigma) =>
        new() { Sigma = new RatioOrConductance(sigma, IsConductance: true), Of = SpreadReference.Absolute };

    private static SpreadOptions Absolute(double sigma) => new() { Sigma = sigma, Of = SpreadReference.Absolute };

    private static DevicePopulation Draw(DeviceSpreadOptions spread, int count) => new(Device.WithSpread(spread), 1, 0, count);

    // Share of the normal distribution within +-c, by Simpson's rule.
    private static double Phi(double c)
    {
        const int Parts = 2000;
        var sum = Enumerable.Range(0, Parts + 1).Sum(k =>
        {
            var x = -c + 2 * c * k / Parts;
            return (k is 0 or Parts ? 1 : k % 2 == 0 ? 2 : 4) * Math.Exp(-x * x / 2);
        });
        return sum * 2 * c / Parts / 3 / Math.Sqrt(2 * Math.PI);
    }

    private static void Judge(double[] deviates, string what)
    {
        Statistics.Mean(0, 1, deviates, what);
        Statistics.NormalVariance(0, 1, deviates, what);
        Statistics.Uncorrelated(0, 1, deviates[1..], deviates, $"{what} of neighbours");
    }
}
