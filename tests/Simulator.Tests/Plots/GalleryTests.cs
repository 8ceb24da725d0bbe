using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Tests.Plots;

public sealed class GalleryTests
{
    [Fact]
    public void Gallery()
    {
        var d = "/tmp/gallery/";
        AccuracyFigure.Save(SyntheticData.Run(20, 0.92), d + "accuracy", "Training of 784-128-10 on linear devices");
        AccuracyFigure.Save([.. SyntheticData.Run(200, 0.6).Select(p => p with { TrainLoss = 2 + p.TrainLoss, TestLoss = 2 + p.TestLoss })], d + "accuracy200");
        AccuracyFigure.Save([new(0, double.NaN, double.NaN, double.NaN, double.NaN), new(10, double.NaN, double.NaN, 0.35, 0.9)], d + "accuracy-last", "Only at the end");
        AccuracyFigure.Save([new(0, 2.3, 0.1, 2.31, 0.098)], d + "accuracy-single", "One epoch");
        AccuracyFigure.Save([], d + "accuracy-empty", "No epoch");
        ComparisonFigure.Save([SyntheticData.Seeds("linear", 0.93, 5, 0.005), SyntheticData.Seeds("nonlinear", 0.55, 5, 0.03), SyntheticData.Seeds("nonlinear, reference mapping", 0.86, 5, 0.01)], d + "comparison", "Conductance law and weight mapping");
        ComparisonFigure.Save([.. Enumerable.Range(0, 9).Select(i => ComparedRun.OfOneSeed("device number " + i, SyntheticData.Run(40, 0.5 + 0.05 * i, i)))], d + "comparison9", "Nine devices", true);
        ConductanceCurveFigure.Save([ConductanceCurve.Of(SyntheticData.Linear()), ConductanceCurve.Of(SyntheticData.Exponential("nonlinear (A = 0.8)", 0.8)), ConductanceCurve.Of(SyntheticData.Exponential("saturating (A = −0.3)", -0.3))], d + "curves", "Conductance laws");
        ConductanceCurveFigure.Save([ConductanceCurve.Of(SyntheticData.Linear("TaOx", 64)), ConductanceCurve.Of(SyntheticData.Exponential("PCM", -0.4, 20)), ConductanceCurve.Of(SyntheticData.Linear("one pulse", 1))], d + "curvesN", "Different N");
        ConductanceMapFigure.Save(SyntheticData.Map(784, 128), d + "map784", "Conductances after training");
        ConductanceMapFigure.Save(SyntheticData.Map(128, 10), d + "map128", "Conductances after training");
        ConductanceMapFigure.Save(SyntheticData.Map(784, 128, 2), d + "map784pair", "Differential pairs");
        ConductanceMapFigure.Save(SyntheticData.Map(128, 10, 2), d + "map128pair", "Differential pairs");
        ConductanceMapFigure.Save(SyntheticData.Map(10, 10, 2), d + "map10pair", "Differential pairs");
        ConductanceMapFigure.Save(SyntheticData.Map(32, 32), d + "map32", "Square");
        ConductanceMapFigure.Save(SyntheticData.Map(1, 1), d + "map1", "One device");
        ConductanceMapFigure.Save(SyntheticData.Map(3000, 500), d + "map3000", "Larger than the page");
        PulseHistogramFigure.Save([SyntheticData.Counters("Layer 1 (784 × 128)", 100, 100352), SyntheticData.Counters("Layer 2 (128 × 10)", 100, 1280)], d + "histogram", "Pulse counters after training");
        PulseHistogramFigure.Save([SyntheticData.Counters("Layer 1", 30000, 100352), SyntheticData.Counters("Layer 2", 1, 1280), new("Layer 3", 50, [25, 25, 25]), SyntheticData.Counters("Layer 4", 13, 3280)], d + "histogram4", "Four layers");
    }
}
