using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Sweeping;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>sweep plot</c> does.</summary>
internal static class SweepPlotVerb
{
    /// <summary>Draws what is finished.</summary>
    /// <param name="path">The folder of the sweep.</param>
    /// <param name="output">Where to; null: there.</param>
    /// <param name="by">Column of the results that is drawn.</param>
    /// <param name="json">Print the files as JSON.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string path, string? output, string by, bool json)
    {
        var folder = SweepFolder.Open(path, "folder");
        var scores = new SweepScores(folder, by);
        var points = scores.Points;
        if (points.Count == 0)
            throw new ConfigurationException(new Problem("CBS1114", "by", $"no finished point of {path} has a number in {by}"));
        using var opened = OutputFolder.Open(output ?? path, "out");
        var title = Path.GetFileNameWithoutExtension(folder.File.Sweep) + $" on {folder.Plan.Experiment.Dataset.Name}";
        var pictures = SweepPictures.Draw(scores.Table(points), output ?? path, title)
            .SelectMany(p => new[] { p.Png, p.Svg }).ToList();
        if (pictures.Count == 0)
            throw new ConfigurationException(new Problem("CBS1114", "folder",
                "no key but the seed varies: there is nothing to draw"));
        if (json) JsonText.Print(new { Pictures = pictures });
        else pictures.ForEach(Console.Out.WriteLine);
        return ExitCodes.Ok;
    }
}
