using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Runs;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>train</c> does once the command line is understood.</summary>
internal sealed record TrainVerb
{
    private const string QuickStart = "quick/digits.yaml";
    private const string AllRuns = "runs";
    private static readonly string[] QuickStartDevices = ["seed-linear", "seed-nonlinear"];

    public string? File { get; init; }

    public string? Resume { get; init; }

    public IReadOnlyList<ConfigurationOverride> Overrides { get; init; } = [];

    public string? Data { get; init; }

    public string? Out { get; init; }

    public int Threads { get; init; } = 1;

    public bool DryRun { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        var runs = Plan();
        if (DryRun)
        {
            foreach (var run in runs) Console.Out.Write(OptionWriter.Write(run.Options));
            return ExitCodes.Ok;
        }

        using var interrupt = new Interrupt();
        using var start = RunStart.Open(runs[0].Options, Data, Threads, Quiet);
        runs = [.. runs.Select(run => run with { Options = start.Resolve(run.Options) })];
        var batch = new RunBatch(start.Backend, start.Data, Threads);
        var outcomes = batch.Execute(runs, Quiet, interrupt.Token);
        Report(batch, runs, outcomes);
        foreach (var (run, outcome) in runs.Zip(outcomes))
            if (outcome.Warning is { } warning) UserErrors.Print(warning.Under(run.Name));
        return outcomes.All(o => o.Finished) ? ExitCodes.Ok : ExitCodes.Cancelled;
    }

    private List<PlannedRun> Plan()
    {
        if (Resume is not null) return PlanResume(Resume);
        if (File is null) return PlanQuickStart();
        var options = Loaded.OrThrow(ExperimentLoader.Load(File, Overrides));
        var name = Path.GetFileNameWithoutExtension(File);
        return [new PlannedRun(name, options, Out ?? DefaultFolder(name), Resume: false)];
    }

    private List<PlannedRun> PlanQuickStart()
    {
        var folder = Out ?? DefaultFolder("quick-start");
        return [.. QuickStartDevices.Select(device => new PlannedRun(
            device,
            Loaded.OrThrow(ExperimentLoader.LoadText(
                QuickStart, Shipped.Text(QuickStart), [ConfigurationOverride.Set($"device={device}"), .. Overrides])),
            Path.Combine(folder, device),
            Resume: false))];
    }

    private static List<PlannedRun> PlanResume(string folder)
    {
        var runs = new RunPaths(folder).HoldsRun || !Directory.Exists(folder)
            ? [folder]
            : Directory.GetDirectories(folder).Where(f => new RunPaths(f).HoldsRun).Order(StringComparer.Ordinal).ToArray();
        if (runs.Length == 0 || !System.IO.File.Exists(new RunPaths(runs[0]).Experiment))
            throw new ConfigurationException(
                new Problem("CBS0523", "resume", $"{folder} holds no run: there is no experiment.yaml in it"));
        return [.. runs.Select(run => new PlannedRun(
            Path.GetFileName(Path.GetFullPath(run)),
            Loaded.OrThrow(ExperimentLoader.Load(new RunPaths(run).Experiment, [])),
            run,
            Resume: true))];
    }

    private static string DefaultFolder(string name) =>
        RunDirectory.UniqueFolder(AllRuns, name, TimeProvider.System);

    private void Report(RunBatch batch, IReadOnlyList<PlannedRun> runs, IReadOnlyList<RunOutcome> outcomes)
    {
        var comparison = runs.Count < 2 ? null : batch.Compare(
            outcomes, [.. runs.Select(r => r.Name)],
                Path.GetDirectoryName(runs[0].Folder.TrimEnd(Path.DirectorySeparatorChar)) ?? "");
        if (Json) RunReport.PrintJson(runs, outcomes, comparison);
        else RunReport.Print(runs, outcomes, comparison);
    }
}
