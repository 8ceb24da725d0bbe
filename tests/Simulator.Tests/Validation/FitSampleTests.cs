using CrossbarSim.Validation.Fit;

namespace CrossbarSim.Simulator.Tests.Validation;

/// <summary>A small sample of the validation of <c>fit</c>.</summary>
public sealed class FitSampleTests
{
    private const int Trials = 30;

    [Theory]
    [InlineData("linear")]
    [InlineData("exponential 0.5")]
    [InlineData("soft-bounds")]
    public void Intervals_hold_the_true_parameters_as_often_as_they_say(string name)
    {
        var coverages = new[] { 0.01, 0.05 }.SelectMany(noise => CoverageRun.Run(Truth(name), noise, Trials)).ToList();
        Assert.All(coverages, coverage => Assert.True(coverage.IsMet, coverage.Line));
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("exponential 1")]
    [InlineData("exp-step")]
    [InlineData("piecewise")]
    public void The_law_of_a_device_is_in_the_first_class(string name)
    {
        var run = ClassRun.Run(Truth(name), noise: 0.01, count: 8);
        Assert.True(run.Right >= 7, run.Line);
    }

    private static FitTruth Truth(string name) => FitTruths.All.Single(truth => truth.Name == name);
}
