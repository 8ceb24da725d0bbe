using CrossbarSim.Experiments.Fitting;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Tests.Fitting;

public sealed class NoiseFreeTests
{
    public static TheoryData<string> Cases => [.. Devices.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_law_finds_its_own_parameters_again(string name)
    {
        var device = Devices.All[name];
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var fit = LawFitter.Fit(LawFamilies.All.Single(f => f.Law == name.Split(' ')[0]), Sweeps.Full(device))!;
        foreach (var p in fit.Parameters) TestContext.Current.TestOutputHelper!.WriteLine($"{p.Key} {p.Value} {p.Low} {p.High}");
        TestContext.Current.TestOutputHelper!.WriteLine($"{fit.Quality} {watch.Elapsed}");
        var error = fit.Siemens.Zip(Sweeps.Full(device).Points, (g, p) => Math.Abs(g - p.Siemens)).Max() / (device.Window.Gmax - device.Window.Gmin);
        Assert.True(error < 1e-7, $"{error}");
    }
}
