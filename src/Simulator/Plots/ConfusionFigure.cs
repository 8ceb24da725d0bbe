using CrossbarSim.Experiments.Metrics;
using ScottPlot;
using ScottPlot.Panels;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Confusion matrix: the samples of each class by the class they were given, coloured by the class's share.</summary>
public static class ConfusionFigure
{
    private const int LargestCell = 66;
    private const int Side = 660;

    // Beyond this many classes numbers would not fit into their cells.
    private const int MostNumbers = 12;
    private static readonly PixelPadding Margins = new(FigurePanel.LeftPadding, 165, 86, 20);

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="confusion">The matrix.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(ConfusionMatrix confusion, string pathWithoutExtension, string title = "")
    {
        using var canvas = new FigureCanvas(title);
        var side = confusion.Classes * Math.Clamp(Side / confusion.Classes, 1, LargestCell);
        canvas.Width = side + (int)Margins.Horizontal;
        canvas.BodyHeight = side + (int)Margins.Vertical;
        var panel = canvas.Add(new FigurePanel("Predicted class", "True class") { Padding = Margins });
        panel.Plot.HideGrid();
        AddCells(panel, Shares(confusion));
        var ends = new AxisRange(-0.5, confusion.Classes - 0.5);
        panel.SetX(ends, Ticks(confusion.Classes, c => c));
        panel.SetY(ends, Ticks(confusion.Classes, c => confusion.Classes - 1 - c));
        if (confusion.Classes <= MostNumbers) AddNumbers(panel, confusion);
        return canvas.Save(pathWithoutExtension);
    }

    // Percent of the class, NaN for a class without samples; class 0 is the first row, on top.
    private static double[,] Shares(ConfusionMatrix confusion)
    {
        var shares = new double[confusion.Classes, confusion.Classes];
        for (var label = 0; label < confusion.Classes; label++)
            for (var predicted = 0; predicted < confusion.Classes; predicted++)
                shares[label, predicted] = 100.0 * confusion[label, predicted] / confusion.Support(label);
        return shares;
    }

    private static void AddCells(FigurePanel panel, double[,] shares)
    {
        var cells = panel.Plot.Add.Heatmap(shares);
        cells.Colormap = new ScottPlot.Colormaps.Viridis();
        cells.NaNCellColor = FigureStyle.Missing;
        cells.ManualRange = new ScottPlot.Range(0, 100);
        var bar = new ColorBar(cells, Edge.Right) { Width = 28 };
        FigurePanel.Style(bar.Axis, "Share of the true class (%)");
        bar.Axis.TickGenerator = AxisTicks.Linear(new AxisRange(0, 100), 5);
        panel.Plot.Axes.AddPanel(bar);
    }

    private static void AddNumbers(FigurePanel panel, ConfusionMatrix confusion)
    {
        var cells =
            from label in Enumerable.Range(0, confusion.Classes)
            from predicted in Enumerable.Range(0, confusion.Classes)
            where confusion[label, predicted] > 0
            select (label, predicted);
        foreach (var (label, predicted) in cells)
        {
            var text = panel.Plot.Add.Text(
                FormattableString.Invariant($"{confusion[label, predicted]}"), predicted, confusion.Classes - 1 - label);
            text.LabelFontSize = FigureStyle.TickSize;
            text.LabelAlignment = Alignment.MiddleCenter;
            text.OffsetY = FigureStyle.TickDrop;

            // Viridis is dark below its middle.
            text.LabelFontColor = 2 * confusion[label, predicted] < confusion.Support(label) ? Colors.White : Colors.Black;
        }
    }

    private static NumericManual Ticks(int classes, Func<int, int> place)
    {
        var ticks = new NumericManual();
        var step = (classes + 19) / 20;
        for (var c = 0; c < classes; c += step) ticks.AddMajor(place(c), FormattableString.Invariant($"{c}"));
        return ticks;
    }
}
