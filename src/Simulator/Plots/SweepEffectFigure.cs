using ScottPlot;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>
/// Main effects: how far the mean at each value of a key lies from the mean of all, a panel a key, on one scale.
/// </summary>
internal static class SweepEffectFigure
{
    private const int PanelHeight = 330;
    private const int MostBars = 8;
    private const double BarFilling = 0.75;

    /// <summary>Draws and saves the figure.</summary>
    /// <param name="table">The points.</param>
    /// <param name="pathWithoutExtension">Path to which <c>.png</c> and <c>.svg</c> are added.</param>
    /// <param name="title">Title; empty: none.</param>
    public static FigureFiles Save(SweepTable table, string pathWithoutExtension, string title)
    {
        using var canvas = new FigureCanvas(title) { Columns = 2, Width = FigureStyle.Width * 3 / 2 };
        canvas.BodyHeight = Math.Max(2, (table.Axes.Count + 1) / 2) * PanelHeight;
        var mean = table.Points.Average(point => point.Score);
        var effects = table.Axes.Select((axis, place) => Effects(table, axis, place, mean)).ToList();
        var range = AxisRange.Around([0, .. effects.SelectMany(of => of.Select(bar => bar.Effect))], least: 0.5);
        foreach (var (axis, bars) in table.Axes.Zip(effects)) Fill(canvas, axis, bars, range, table.IsPercent);
        return canvas.Save(pathWithoutExtension);
    }

    // Of many values, neighbours share a bar.
    private static List<(string Label, double Effect)> Effects(SweepTable table, SweepAxis axis, int place, double mean)
    {
        var bars = Math.Min(MostBars, axis.Levels.Count);
        int Bar(int level) => (int)((long)level * bars / axis.Levels.Count);
        return
        [
            .. from point in table.Points
               group point by Bar(point.Levels[place]) into bar
               orderby bar.Key
               let first = Enumerable.Range(0, axis.Levels.Count).First(level => Bar(level) == bar.Key)
               select ((first == 0 || Bar(first - 1) != bar.Key) && axis.Levels.Count > MostBars ? $"{axis.Label(first)} .."
                   : axis.Label(first),
                   bar.Average(point => point.Score) - mean),
        ];
    }

    private static void Fill(FigureCanvas canvas, SweepAxis axis, List<(string Label, double Effect)> bars, AxisRange range,
        bool percent)
    {
        var panel = canvas.Add(new FigurePanel(FigureText.Clean(axis.Name, 50), percent ? "Effect (points)" : "Effect"));
        var ticks = new NumericManual();
        foreach (var (place, bar) in bars.Index())
        {
            ticks.AddMajor(place, bar.Label);
            panel.Plot.Add.Bar(new Bar
            {
                Position = place,
                Value = bar.Effect,
                Size = BarFilling,
                FillColor = FigureStyle.Series(bar.Effect < 0 ? 1 : 0).Color,
                LineWidth = 0,
            });
        }

        panel.Plot.Add.HorizontalLine(0, 1.5f, FigureStyle.Ink, LinePattern.Solid);
        panel.SetX(new AxisRange(-0.6, bars.Count - 0.4), ticks);
        panel.SetY(range, AxisTicks.Linear(range, 4));
    }
}
