using System.Globalization;
using CrossbarSim.Experiments.Comparing;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Simulator.Comparing;
using CrossbarSim.Simulator.Runs;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>compare</c> does once the command line is understood.</summary>
internal sealed record CompareVerb
{
    // A state of every run is megabytes: this often a crash costs a minute, and saving little of the time.
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromMinutes(1);

    /// <summary>What to compare; null: what is in <see cref="Resume"/>.</summary>
    public CompareRequest? Request { get; init; }

    public string? Resume { get; init; }

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
        var folder = new CompareFolder(Resume ?? Out ?? RunDirectory.UniqueFolder(
            "runs", Path.GetFileNameWithoutExtension(Request!.Experiment), TimeProvider.System));
        var plan = Request is null ? folder.Read() : CompareLoader.Load(Request);
        if (DryRun) return List(folder, plan);
        using var interrupt = new Interrupt();
        using var start = RunStart.Open(plan.Devices[0].Experiment, Data, Threads, Quiet);
        if (!Quiet) Console.Error.WriteLine(CompareText.Size(plan));
        plan = plan with
        {
            Devices = [.. plan.Devices.Select(device => device with { Experiment = start.Resolve(device.Experiment) })],
        };
        var runs = folder.Runs(plan);
        // Whatever does not fit is told before anything is written.
        var setups = RunSetup.All([.. runs.Select(run => run.Options)], start.Data, Threads);
        if (Resume is null) folder.Create(plan);
        var outcomes = new RunBatch(start.Backend, start.Data, Threads, new RunSaving(CheckpointEvery, Pictures: false))
            .Execute(runs, work => Show(plan, work), interrupt.Token);
        return Report(folder, plan, CompareResults.Of(plan, setups, outcomes, Threads), outcomes);
    }

    // One bar for all: a hundred would fill the screen.
    private void Show(ComparePlan plan, Action<Action<int, EpochRow>> work)
    {
        var epochs = plan.Devices[0].Experiment.Training.Epochs;
        WorkProgress.Show(Quiet, "epochs of all runs", plan.Devices.Count * plan.Seeds * epochs, done => work((_, row) =>
        {
            if (row.Epoch > 0) done();
        }));
    }

    private int List(CompareFolder folder, ComparePlan plan)
    {
        if (Json)
        {
            JsonText.Print(new { Runs = folder.Runs(plan).Select(run => new { run.Name, run.Folder }) });
        }
        else
        {
            Console.Out.WriteLine(CompareText.Size(plan));
            foreach (var device in plan.Devices) Console.Out.WriteLine(device.Name);
        }

        return ExitCodes.Ok;
    }

    private int Report(
        CompareFolder folder, ComparePlan plan, IReadOnlyList<ComparedRuns> devices, IReadOnlyList<RunOutcome> outcomes)
    {
        var files = new CompareFiles(folder);
        var epochs = files.WriteEpochs(devices);
        foreach (var warning in Warnings(plan, outcomes)) Console.Error.WriteLine(warning);
        if (!outcomes.All(outcome => outcome.Finished))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"stopped after epoch {outcomes.Min(o => o.Rows[^1].Epoch)}, up to which {epochs} goes; ")
                + $"crossbarsim compare --resume {folder.Folder} goes on");
            return ExitCodes.Cancelled;
        }

        var report = CompareReport.Of(devices);
        IReadOnlyList<string> written = [epochs, .. files.WriteSummary(report, plan.Devices[0].Experiment.Dataset.Name)];
        if (Json) CompareText.PrintJson(folder.Folder, report, written);
        else CompareText.Print(Console.Out, report, written);
        return ExitCodes.Ok;
    }

    // Ten seeds of a device that fail alike are one warning.
    private static IEnumerable<string> Warnings(ComparePlan plan, IReadOnlyList<RunOutcome> outcomes) =>
        from device in plan.Devices.Zip(outcomes.Chunk(plan.Seeds))
        let failed = device.Second.Select(outcome => outcome.Warning).Where(warning => warning is not null).ToList()
        where failed.Count > 0
        select $"warning {failed[0]!.Code}: {device.First.Name}, {failed.Count} of {plan.Seeds} seeds: {failed[0]!.Message}";
}
