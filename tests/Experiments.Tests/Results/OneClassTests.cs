using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Tests.Training;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Results;

public sealed class OneClassTests
{
    private static readonly ExperimentOptions Experiment = SmallRuns.Experiment(new AccumulateOptions());

    [Theory]
    [InlineData(10, 90, 0, 0.5, "90 % of the pulses were refused")]
    [InlineData(0, 0, 0, 0.5, "No pulse was asked for")]
    [InlineData(10, 1, 0, double.NaN, "The loss is no number any more")]
    public void What_likely_happened_follows_from_the_numbers(long up, long refused, long down, double loss, string cause) =>
        Assert.Contains(cause, Warning(Experiment, new PulseTotals(up, down, refused), loss)!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_shifted_mean_weight_is_named()
    {
        var curved = SmallRuns.Experiment(new AccumulateOptions(), SmallDevices.OneCurve(0.3));
        Assert.Contains("mapping offset", Warning(curved, new PulseTotals(5, 5, 1), 2)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_warning_names_the_class_and_its_share()
    {
        var warning = Warning(Experiment, new PulseTotals(5, 5, 1), 2)!;
        Assert.Equal(("CBS1501", Severity.Warning), (warning.Code, warning.Severity));
        Assert.Contains("class 1: its accuracy (25.0 %)", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, 1, 1)]
    [InlineData(0, 1, 2, 3)]
    public void A_network_that_gives_several_classes_is_not_warned_of(params int[] predicted) =>
        Assert.Null(OneClass.Warning(Experiment, [Row(default, 1)], new ConfusionMatrix([0, 1, 2, 3], predicted, 4)));

    [Fact]
    public void Data_of_one_class_are_not_warned_of() =>
        Assert.Null(OneClass.Warning(Experiment, [Row(default, 1)], new ConfusionMatrix([1, 1], [1, 1], 4)));

    private static Problem? Warning(ExperimentOptions experiment, PulseTotals pulses, double loss) =>
        OneClass.Warning(experiment, [Row(pulses, loss)], new ConfusionMatrix([0, 1, 2, 3], [1, 1, 1, 1], 4));

    private static EpochRow Row(PulseTotals pulses, double loss) => new(1, loss, 0.25, loss, 0.25, pulses);
}
