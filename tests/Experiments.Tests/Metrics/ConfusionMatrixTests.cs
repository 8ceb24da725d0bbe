using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Experiments.Metrics;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Tests.Results;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Metrics;

public sealed class ConfusionMatrixTests
{
    // Class 2 is never given, class 3 never occurs.
    private static readonly byte[] Labels = [0, 0, 0, 1, 1, 2];
    private static readonly int[] Predicted = [0, 0, 1, 1, 1, 3];

    private static ConfusionMatrix Matrix() => new(Labels, Predicted, 4);

    [Fact]
    public void Samples_are_counted_by_their_class_and_the_class_given()
    {
        var matrix = Matrix();
        Assert.Equal([2, 1, 0, 0, 0, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
            from y in Enumerable.Range(0, 4) from p in Enumerable.Range(0, 4) select (int)matrix[y, p]);
        Assert.Equal((6, 3, 1.0 / 3), (matrix.Total, matrix.Support(0), Math.Round(matrix.ZeroOneLoss, 15)), (a, b) =>
            a.Item1 == b.Item1 && a.Item2 == b.Item2 && Math.Abs(a.Item3 - b.Item3) < 1e-14);
    }

    [Fact]
    public void Figures_of_classes_are_those_of_the_definitions_and_a_fraction_of_nothing_is_zero()
    {
        var figures = Matrix().Figures;
        Assert.Equal(new ClassFigures(0, 3, 1, 2.0 / 3, 4.0 / 5), figures[0]);
        Assert.Equal(new ClassFigures(1, 2, 2.0 / 3, 1, 4.0 / 5), figures[1]);
        Assert.Equal(new ClassFigures(2, 1, 0, 0, 0), figures[2]);
        Assert.Equal(new ClassFigures(3, 0, 0, 0, 0), figures[3]);
    }

    [Fact]
    public void A_class_outside_the_matrix_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix([4], [0], 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix([0], [-1], 4));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix([0], [0, 1], 4));
    }

    [Fact]
    public void A_network_is_classified_as_it_is_evaluated()
    {
        var plan = SmallProblems.Plan([33, 17, 10]);
        using var engine = new ReferenceEngine(plan);
        engine.WriteState(SmallProblems.State(plan));
        var test = Classification.OfTest(engine)!;
        var evaluation = engine.Evaluate(SampleChoice.Test);
        Assert.Equal(1 - evaluation.Accuracy, test.Confusion.ZeroOneLoss, 1e-12);
        Assert.Equal(evaluation.Count, test.Confusion.Total);
        Assert.InRange(test.BinaryCrossEntropy, 0.01, 16.2);
        var none = new SampleSet(Array.Empty<byte>(), Array.Empty<byte>(), 33);
        using var untested = new ReferenceEngine(plan with { Test = none });
        Assert.Null(Classification.OfTest(untested));
    }

    [Fact]
    public void Tables_hold_every_cell_and_every_class()
    {
        using var folder = new TemporaryFolder();
        ClassTables.Write(new RunPaths(folder["."]), Matrix());
        var confusion = File.ReadAllLines(folder["confusion.csv"]);
        Assert.Equal(["true,predicted,count", "0,0,2", "0,1,1"], confusion[..3]);
        Assert.Equal(17, confusion.Length);
        Assert.Equal(
            [
                "class,support,precision,recall,f1",
                "0,3,1,0.6666666666666666,0.8", "1,2,0.6666666666666666,1,0.8", "2,1,0,0,0", "3,0,0,0,0",
            ],
            File.ReadAllLines(folder["classes.csv"]));
    }

    [Fact]
    public void The_mean_binary_cross_entropy_takes_each_class_on_its_own()
    {
        var expected = (-Math.Log(0.75) - Math.Log(0.75) - Math.Log(0.5) - Math.Log(0.5)) / 4;
        Assert.Equal(expected, BinaryCrossEntropy.Mean([0.75f, 0.25f, 0.5f, 0.5f], [0, 1], 2), 1e-15);
        Assert.Equal(double.PositiveInfinity, BinaryCrossEntropy.Of(1, 0));
        Assert.Equal(0, BinaryCrossEntropy.Of(1, 1));
    }
}
