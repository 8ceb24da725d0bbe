using ScottPlot;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Accuracy and loss of one run by epoch, in two panels.</summary>
public static class AccuracyFigure
{
    // From here on a linear axis would press the later epochs flat.
    private const double WideRatio = 20;
    private static readonly SeriesLook Train = FigureStyle.Series(0);
    private static readonly SeriesLook Test = FigureStyle.Series(1);
    private static readonly SeriesLook Validation = FigureStyle.Series(2);

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="epochs">The run's epochs in order, with epoch 0; NaN where not evaluated.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(IReadOnlyList<EpochPoint> epochs, string pathWithoutExtension, string title = "")
    {
        using var canvas = new FigureCanvas(title);
        AddAccuracy(canvas.Add(new FigurePanel("", "Accuracy (%)", isAboveAnother: true)), epochs);
        AddLoss(canvas.Add(new FigurePanel(EpochAxis.Label, "Loss")), epochs);
        if (Has(epochs, p => p.TrainAccuracy) || Has(epochs, p => p.TrainLoss)) canvas.AddLegend("Training set", Train);
        if (Has(epochs, p => p.TestAccuracy) || Has(epochs, p => p.TestLoss)) canvas.AddLegend("Test set", Test);
        if (Has(epochs, p => p.ValidationAccuracy) || Has(epochs, p => p.ValidationLoss))
            canvas.AddLegend("Validation set", Validation);
        return canvas.Save(pathWithoutExtension);
    }

    private static void AddAccuracy(FigurePanel panel, IReadOnlyList<EpochPoint> epochs)
    {
        Add(panel, epochs, p => 100 * p.TrainAccuracy, Train);
        Add(panel, epochs, p => 100 * p.TestAccuracy, Test, 1);
        Add(panel, epochs, p => 100 * p.ValidationAccuracy, Validation, 2);
        EpochAxis.Apply(panel, epochs.Select(p => p.Epoch));
        PercentAxis.Apply(
            panel, [.. epochs.SelectMany(p => new[] { p.TrainAccuracy, p.TestAccuracy, p.ValidationAccuracy })
                .Select(a => 100 * a)]);
    }

    private static void AddLoss(FigurePanel panel, IReadOnlyList<EpochPoint> epochs)
    {
        var losses = epochs.SelectMany(p => new[] { p.TrainLoss, p.TestLoss, p.ValidationLoss })
            .Where(double.IsFinite).ToList();
        var axis = ValueAxis.For(losses, WideRatio);
        Add(panel, epochs, p => axis.Position(p.TrainLoss), Train);
        Add(panel, epochs, p => axis.Position(p.TestLoss), Test, 1);
        Add(panel, epochs, p => axis.Position(p.ValidationLoss), Validation, 2);
        EpochAxis.Apply(panel, epochs.Select(p => p.Epoch));
        axis.Apply(panel, floor: 0);
        if (losses.Count == 0) panel.AddNote("not evaluated");
    }

    private static void Add(
        FigurePanel panel, IReadOnlyList<EpochPoint> epochs, Func<EpochPoint, double> value, SeriesLook look,
        int index = 0) =>
        panel.AddCurve(epochs.Select(p => new Coordinates(p.Epoch, value(p))), look, index);

    private static bool Has(IReadOnlyList<EpochPoint> epochs, Func<EpochPoint, double> value) =>
        epochs.Any(p => double.IsFinite(value(p)));
}
