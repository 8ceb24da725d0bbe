using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Experiments.Tests.Fitting;

public sealed class LawRankingTests
{
    [Fact]
    public void Exponential_neurosim_and_soft_bounds_are_one_curve_on_a_full_sweep()
    {
        var device = ((ExponentialDeviceOptions)KnownDevices.All["exponential"].Device) with { Gmin = 10e-6 };
        var ranked = LawFitter.FitAll(Sweeps.Full(device, noise: 0.01));

        Assert.Equal(["exponential", "neurosim", "soft-bounds"], ranked.Where(r => r.Rank == 1).Select(r => r.Fit.Law));
        Assert.Equal([null, "exponential", "exponential"], ranked.Take(3).Select(r => r.SameCurveAs));
    }

    [Fact]
    public void Of_one_curve_the_law_with_the_fewest_parameters_stands_for_it()
    {
        var ranked = LawFitter.FitAll(Sweeps.Full(KnownDevices.All["linear"].Device));

        Assert.Equal("linear", ranked[0].Fit.Law);
        Assert.True(ranked.Count(r => r.Rank == 1) > 3);
        var parameters = ranked.TakeWhile(r => r.Rank == 1).Select(r => r.Fit.Quality.FreeParameters).ToList();
        Assert.Equal(parameters.Order(), parameters);
    }

    [Theory]
    [InlineData("exp-step")]
    [InlineData("pow-step")]
    [InlineData("piecewise")]
    public void The_law_of_a_device_comes_first(string law)
    {
        var ranked = LawFitter.FitAll(Sweeps.Full(KnownDevices.All[law].Device, noise: 0.01, trial: 3));

        Assert.Contains(ranked, r => r.Rank == 1 && r.Fit.Law == law);
        Assert.Equal(ranked.Select(r => r.Rank).Order(), ranked.Select(r => r.Rank));
    }

    [Fact]
    public void A_law_that_fits_badly_in_a_wide_window_is_no_other_curve()
    {
        var ranked = LawFitter.FitAll(Sweeps.Full(KnownDevices.All["exp-step"].Device));
        Assert.Null(ranked.Single(r => r.Fit.Law == "constant-step").SameCurveAs);
        Assert.Null(ranked.Single(r => r.Fit.Law == "exponential").SameCurveAs);
    }

    [Fact]
    public void The_figures_of_a_fit_are_those_of_their_formulas()
    {
        var device = KnownDevices.All["linear"].Device;
        var points = Sweeps.Branch(device, false).Select(p => p with { Rows = 2 }).ToArray();
        const double scatter = 2e-12;
        var fit = LawFitter.FitAll(new Sweep(points, scatter), independence: 1).Single(r => r.Fit.Law == "linear").Fit;

        const double rows = 202;
        const double height = 48e-6;
        Assert.Equal(Math.Sqrt(scatter / rows), fit.Quality.RmseSiemens, 1e-15);
        Assert.Equal(Math.Sqrt(scatter / rows) / height, fit.Quality.RmseOfWindow, 1e-9);
        Assert.Equal(rows * Math.Log(scatter / rows / height / height) + 2 * Math.Log(rows), fit.Quality.Bic, 1e-6);
        Assert.Equal(rows * Math.Log(scatter / rows / height / height) + 2 * 2, fit.Quality.Aic, 1e-6);
    }

    [Fact]
    public void Noise_that_stays_does_not_buy_parameters()
    {
        var device = KnownDevices.All["exponential"].Device;
        var wandering = new Sweep([.. Wandering(device)]);

        var asIndependent = LawFitter.FitAll(wandering, independence: 1);
        var judged = LawFitter.FitAll(wandering);

        Assert.True(judged[0].Fit.Quality.FreeParameters <= asIndependent[0].Fit.Quality.FreeParameters);
        Assert.True(Width(judged) > 1.5 * Width(asIndependent));
    }

    private static double Width(IReadOnlyList<RankedFit> ranked) =>
        ranked.Single(r => r.Fit.Law == "exponential").Fit.Parameters.Single(p => p.Key == "gmax") is var p ? p.High - p.Low : 0;

    // A sum of deviates that forgets a tenth of itself with every pulse.
    private static IEnumerable<SweepPoint> Wandering(DeviceOptions device)
    {
        var numbers = new CrossbarSim.Core.Randomness.RandomNumbers(3, CrossbarSim.Core.Randomness.StreamKind.CycleNoise);
        var (deviation, index) = (0.0, 0u);
        foreach (var point in Sweeps.Full(device).Points)
        {
            deviation = 0.9 * deviation + 0.5e-6 * numbers.Normal(0, index++);
            yield return point with { Siemens = point.Siemens + deviation };
        }
    }
}
