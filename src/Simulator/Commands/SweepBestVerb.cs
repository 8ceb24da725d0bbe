using System.Globalization;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Sweeping;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>sweep best</c> does.</summary>
internal static class SweepBestVerb
{
    /// <summary>Lists the best points and writes each as an experiment.</summary>
    /// <param name="path">The folder of the sweep.</param>
    /// <param name="count">How many.</param>
    /// <param name="output">Where to; null: <c>best</c> below the folder.</param>
    /// <param name="by">Column of the results that they are the best in.</param>
    /// <param name="json">Print them as JSON.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string path, int count, string? output, string by, bool json)
    {
        var folder = SweepFolder.Open(path, "folder");
        var scores = new SweepScores(folder, by);
        var sign = scores.LessIsBetter ? 1 : -1;
        var best = scores.Points.OrderBy(point => sign * point.Score).ThenBy(point => point.Index).Take(count)
            .Select((point, rank) => (point.Index, point.Score,
                File: Path.Combine(output ?? folder.At("best"), Name(rank + 1, point.Index))))
            .ToList();
        using var opened = OutputFolder.Open(output ?? folder.At("best"), "out");
        foreach (var (index, _, file) in best) Write(folder, index, file);
        if (json)
            JsonText.Print(best.Select(point => new
            {
                point.Index,
                point.Score,
                Settings = folder.Plan.Keys.Zip(folder.Plan.Values(point.Index)).ToDictionary(),
                point.File,
            }));
        else
            TextTable.Print(Console.Out, ["index", by, .. folder.Plan.Keys, "experiment"], best.Select(point => (string[])
            [
                Text($"{point.Index}"), Text($"{point.Score:G6}"), .. folder.Plan.Values(point.Index), point.File,
            ]));
        return ExitCodes.Ok;
    }

    private static void Write(SweepFolder folder, long index, string file) => AtomicFile.WriteText(file,
        $"# Point {index.ToString(CultureInfo.InvariantCulture)} of a sweep, every default filled in: crossbarsim train FILE\n"
        + OptionWriter.Write(folder.Plan.Resolve(index).Options!));

    private static string Name(int rank, long index) => Text($"{rank:000}-point-{index}.yaml");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
