using System.Globalization;
using CrossbarSim.Experiments.Metrics;

namespace CrossbarSim.Experiments.Results;

/// <summary>Writes <c>confusion.csv</c> and <c>classes.csv</c>; each replaces what was there in one step.</summary>
public static class ClassTables
{
    /// <summary>Writes both.</summary>
    /// <param name="paths">The files of the run.</param>
    /// <param name="confusion">How the test samples were classified.</param>
    public static void Write(RunPaths paths, ConfusionMatrix confusion)
    {
        Write(paths.Confusion, ["true,predicted,count", .. Counts(confusion)]);
        Write(paths.Classes, ["class,support,precision,recall,f1", .. confusion.Figures.Select(Line)]);
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
