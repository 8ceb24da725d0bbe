using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Ageing;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices.Ageing;

/// <summary>A million draws of every time effect against its distribution, at five standard errors.</summary>
public sealed class DeviceAgeingTests
{
    private const int Draws = 1_000_000;

    private static readonly ConductanceWindow Window = new(1e-6, 50e-6);

    [Fact]
    public void Exponents_of_drift_are_normal()
    {
        var ageing = Ageing(new VariationOptions { Drift = new DriftOptions { Nu = 0.3, Sigma = 0.02 } });
        var exponents = All(ageing.Exponent);

        Statistics.Mean(0.3, 0.02, exponents, "the exponent");
        Statistics.NormalVariance(0.3, 0.02, exponents, "the exponent");
        Statistics.Uncorrelated(0.3, 0.02, exponents[..^1], exponents[1..], "neighbouring exponents");
    }

    [Fact]
    public void An_exponent_is_never_below_zero()
    {
        var ageing = Ageing(new VariationOptions { Drift = new DriftOptions { Nu = 0.02, Sigma = 0.02 } });
        var exponents = All(ageing.Exponent);

        // A normal number is below -1 with this probability.
        const double Below = 0.158655253931457;
        Assert.True(exponents.Min() >= 0);
        Statistics.Within(Below, exponents.Count(e => e == 0) / (double)Draws, Math.Sqrt(Below * (1 - Below) / Draws), "zeros");
    }

    [Fact]
    public void Retention_times_are_log_normal()
    {
        var ageing = Ageing(new VariationOptions { Retention = new RetentionOptions { Tau = 1e7, Sigma = 0.5 } });
        var logarithms = All(device => Math.Log(ageing.RetentionTime(device) / 1e7));

        Statistics.Mean(0, 0.5, logarithms, "ln tau");
        Statistics.NormalVariance(0, 0.5, logarithms, "ln tau");
    }

    [Fact]
    public void Traps_have_their_share_occupancy_and_amplitude_and_each_reading_is_its_own()
    {
        const double Share = 0.1, Occupancy = 0.3;
        var ageing = Ageing(new VariationOptions
        {
            Rtn = new TelegraphNoiseOptions { Share = Share, Amplitude = 0.05, Occupancy = Occupancy },
        });
        var trapped = Enumerable.Range(0, Draws).Where(ageing.HasTrap).ToList();
        double[] Occupied(int reading) => [.. trapped.Select(device => ageing.IsOccupied(device, reading) ? 1.0 : 0)];
        var (first, second) = (Occupied(0), Occupied(1));
        var deviation = Math.Sqrt(Occupancy * (1 - Occupancy));

        Statistics.Within(Share, trapped.Count / (double)Draws, Math.Sqrt(Share * (1 - Share) / Draws), "share");
        Statistics.Mean(Occupancy, deviation, first, "the occupancy");
        Statistics.Uncorrelated(Occupancy, deviation, first, second, "readings");
        Statistics.Uncorrelated(Occupancy, deviation, first[..^1], first[1..], "neighbours");
        Assert.All(trapped.Take(1000), device => Assert.Equal(
            Window.Conductance(0.5) * (ageing.IsOccupied(device, 1) ? 0.95 : 1),
            ageing.Conductance(device, 0.5, Window, 1, 1), 1e-18));
        Assert.DoesNotContain(Enumerable.Range(0, Draws).Except(trapped), device => ageing.IsOccupied(device, 0));
    }

    [Fact]
    public void An_amplitude_of_the_window_lowers_all_alike_and_not_below_zero()
    {
        var ageing = Ageing(new VariationOptions
        {
            Rtn = new TelegraphNoiseOptions { Share = 1, Occupancy = 1, Amplitude = 0.1, Of = TelegraphReference.Window },
        });

        Assert.Equal(50e-6 - 4.9e-6, ageing.Conductance(0, 1, Window, 1, 0), 1e-18);
        Assert.Equal(0, ageing.Conductance(0, 0, Window, 1, 0));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(5, 1)]
    [InlineData(2000, 0.1)]
    public void Drift_is_a_power_of_time_from_t0_on(double seconds, double factor)
    {
        var ageing = Ageing(new VariationOptions { Drift = new DriftOptions { Nu = 0.5 } });
        Assert.Equal(Window.Conductance(0.7) * factor, ageing.Conductance(3, 0.7, Window, seconds, 0), 1e-18);
    }

    [Theory]
    [InlineData(RestState.Gmin, 0)]
    [InlineData(RestState.Middle, 0.5)]
    [InlineData(RestState.Gmax, 1)]
    public void Retention_leads_from_the_state_to_that_of_rest(RestState toward, double rest)
    {
        var ageing = Ageing(new VariationOptions { Retention = new RetentionOptions { Tau = 100, Beta = 0.5, Toward = toward } });
        double At(double seconds) => ageing.Conductance(0, 0.8, Window, seconds, 0);

        Assert.Equal(Window.Conductance(0.8), At(0), 1e-18);
        Assert.Equal(Window.Conductance(rest + (0.8 - rest) * Math.Exp(-2)), At(400), 1e-18);
        Assert.Equal(Window.Conductance(rest), At(1e9), 1e-12);
    }

    [Fact]
    public void Draws_are_functions_of_seed_and_layer()
    {
        var variation = new VariationOptions { Drift = new DriftOptions { Nu = 0.3, Sigma = 0.02 } };
        Assert.Equal(Ageing(variation).Exponent(7), Ageing(variation).Exponent(7));
        Assert.NotEqual(Ageing(variation).Exponent(7), Ageing(variation, seed: 2).Exponent(7));
        Assert.NotEqual(Ageing(variation).Exponent(7), Ageing(variation, layer: 1).Exponent(7));
    }

    private static DeviceAgeing Ageing(VariationOptions variation, ulong seed = 5, int layer = 0) =>
        new(SmallDevices.Linear() with { Variation = variation }, seed, layer);

    private static double[] All(Func<int, double> value) => [.. Enumerable.Range(0, Draws).Select(value)];
}
