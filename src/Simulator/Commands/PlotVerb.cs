using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Runs;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>plot</c> does once the command line is understood.</summary>
internal sealed record PlotVerb
{
    public required IReadOnlyList<string> Folders { get; init; }

    public string? Out { get; init; }

    public bool Json { get; init; }

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        using var output = Out is null ? null : OutputFolder.Open(Out, "out");

        // All are read before the first picture is drawn: a damaged run leaves nothing half done.
        var runs = RunFolders.Find(Folders).Select(SavedRun.Read).ToList();
        var pictures = runs.Zip(Places(runs), Draw).SelectMany(p => p).ToList();
        if (runs.Count > 1) pictures.Add(Compare(runs));
        if (Json) JsonText.Print(new { Pictures = pictures });
        else pictures.ForEach(Console.Out.WriteLine);
        return ExitCodes.Ok;
    }

    private static IReadOnlyList<string> Draw(SavedRun run, string folder)
    {
        using var output = OutputFolder.Open(folder, "out");
        return RunPictures.Draw(folder, run.Options, run.Rows, run.Layers, run.Confusion, run.Ageing);
    }

    private IEnumerable<string> Places(List<SavedRun> runs)
    {
        if (Out is null) return runs.Select(run => run.Folder);
        return runs.Count == 1 ? [Out] : FileStems.Distinct(runs.Select(run => run.Name)).Select(name => Path.Combine(Out, name));
    }

    private string Compare(IReadOnlyList<SavedRun> runs)
    {
        var beside = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(runs[0].Folder)) ?? "";
        var data = string.Join(", ", runs.Select(run => run.Options.Dataset.Name).Distinct());
        return ComparisonFigure.Save(
            RunSeries.Of(runs), Path.Combine(Out ?? beside, "comparison"), $"Runs on {data}", withTraining: true).Png;
    }
}
