using System.Globalization;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Metrics;

namespace CrossbarSim.Experiments.Results;

/// <summary><c>confusion.csv</c> and <c>classes.csv</c>; writing replaces what was there in one step.</summary>
public static class ClassTables
{
    private const string Header = "true,predicted,count";

    /// <summary>Writes both.</summary>
    /// <param name="paths">The files of the run.</param>
    /// <param name="confusion">How the test samples were classified.</param>
    public static void Write(RunPaths paths, ConfusionMatrix confusion)
    {
        Write(paths.Confusion, [Header, .. Counts(confusion)]);
        Write(paths.Classes, ["class,support,precision,recall,f1", .. confusion.Figures.Select(Line)]);
    }

    /// <summary>Reads how the test samples were classified.</summary>
    /// <param name="paths">The files of the run.</param>
    /// <param name="classes">Number of classes.</param>
    /// <returns>The matrix, or null where the run has none yet.</returns>
    /// <exception cref="DataFileException">The header or a row is not as it should be.</exception>
    public static ConfusionMatrix? ReadConfusion(RunPaths paths, int classes)
    {
        if (!File.Exists(paths.Confusion)) return null;
        var lines = File.ReadAllLines(paths.Confusion);
        if (lines is not [Header, ..]) throw TableCodes.Header(paths.Confusion, $"expected the header \"{Header}\"");
        var counts = new long[classes * classes];
        for (var row = 0; row < counts.Length || row < lines.Length - 1; row++)
            counts[row] = row < counts.Length && row + 1 < lines.Length && CountOf(lines[row + 1], row, classes) is { } count
                ? count
                : throw TableCodes.Row(paths.Confusion, row + 2, $"not the next count of {classes} x {classes} classes");
        return new ConfusionMatrix(counts, classes);
    }

    private static long? CountOf(string line, int row, int classes)
    {
        var (label, predicted) = Math.DivRem(row, classes);
        var place = string.Create(CultureInfo.InvariantCulture, $"{label},{predicted},");
        return line.StartsWith(place, StringComparison.Ordinal)
            && long.TryParse(line.AsSpan(place.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                ? count
                : null;
    }

    private static IEnumerable<string> Counts(ConfusionMatrix confusion) =>
        from label in Enumerable.Range(0, confusion.Classes)
        from predicted in Enumerable.Range(0, confusion.Classes)
        select string.Create(CultureInfo.InvariantCulture, $"{label},{predicted},{confusion[label, predicted]}");

    private static string Line(ClassFigures figures) => string.Create(CultureInfo.InvariantCulture,
        $"{figures.Class},{figures.Support},{figures.Precision:R},{figures.Recall:R},{figures.F1:R}");

    private static void Write(string path, IEnumerable<string> lines) =>
        AtomicFile.WriteText(path, string.Join('\n', lines) + "\n");
}
