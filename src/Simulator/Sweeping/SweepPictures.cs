using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>Chooses the pictures of a sweep by how many keys vary.</summary>
internal static class SweepPictures
{
    // More lines over each other cannot be told apart.
    private const int MostLines = 6;
    private const double Filled = 0.5;

    /// <summary>Draws and saves them.</summary>
    /// <param name="table">The points; at least one.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="title">Title.</param>
    /// <returns>The files; none where no key but the seed varies.</returns>
    public static IReadOnlyList<FigureFiles> Draw(SweepTable table, string folder, string title)
    {
        string At(string name) => Path.Combine(folder, name);
        if (table.Axes.Count == 0) return [];
        if (table.Axes.Count == 1) return [SweepLineFigure.Save(table, 0, At("sweep"), title)];
        if (table.Axes.Count == 2 && Across(table) is { } across) return [SweepLineFigure.Save(table, across, At("sweep"),
            title)];
        if (table.Axes.Count == 2 && IsGrid(table)) return [SweepMapFigure.Save(table, At("sweep"), title)];
        return
        [
            SweepParallelFigure.Save(table, At("sweep"), title),
            SweepEffectFigure.Save(table, At("effects"), $"Main effects: {title}"),
        ];
    }

    // Along the page goes a key of numbers, and a line is drawn for each word of the other.
    private static int? Across(SweepTable table)
    {
        for (var across = 0; across < 2; across++)
            if (table.Axes[across].IsNumber && !table.Axes[1 - across].IsNumber && table.Axes[1 - across]
                .Levels.Count <= MostLines)
                return across;
        return null;
    }

    private static bool IsGrid(SweepTable table) =>
        table.Scores(0, 1).Count >= Filled * table.Axes[0].Levels.Count * table.Axes[1].Levels.Count;
}
