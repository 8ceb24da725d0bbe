using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Sweeping;
using CrossbarSim.Simulator.Sweeping.Slurm;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>sweep</c> does once the command line is understood.</summary>
internal sealed record SweepVerb
{
    internal const string SlurmName = "slurm";
    internal const string Notice = "stopping after the points in progress; once more to stop at once";
    private const string WatchNotice = "the array goes on without this program";

    // The number of Linux and macOS (errno): the reader of a pipe has gone.
    private const int BrokenPipe = 32;

    public string? File { get; init; }

    public string? Out { get; init; }

    public string? Resume { get; init; }

    public string? Extend { get; init; }

    public IReadOnlyList<ConfigurationOverride> Set { get; init; } = [];

    public required SweepMachine Machine { get; init; }

    public string? Engine { get; init; }

    public required SlurmOptions Slurm { get; init; }

    public bool DryRun { get; init; }

    public bool Parquet { get; init; }

    public bool Json { get; init; }

    private bool Quiet => Machine.Quiet;

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        var plan = File is null ? null : Loaded.OrThrow(SweepLoader.Load(File, Set));
        if (plan?.Count == 0)
            throw new ConfigurationException(new Problem("CBS1112", "where", "the conditions leave no point of the plan"));
        if (DryRun) return List(plan ?? SweepFolder.Open(Resume!, "resume").Plan);
        if (Engine == SlurmName) CheckSlurm(plan);
        var folder = Folder(plan);
        using var held = folder.Lock(Resume is null ? Extend is null ? "out" : "extend" : "resume");
        folder = Extended(folder, plan);
        return Report(folder, Compute(folder));
    }

    // A mistake is found before there is a folder.
    private void CheckSlurm(SweepPlan? plan)
    {
        DataOption.Folders(Machine.Data);
        SlurmClient.Check(plan is null ? 1 : Slurm.Of(plan.Size), Slurm.Sbatch);
    }

    private SweepFolder Folder(SweepPlan? plan)
    {
        if (Resume is not null)
        {
            var folder = SweepFolder.Open(Resume, "resume");
            folder.Require(plan is null ? folder.File with { Version = ProgramVersion.Text } : PlanFile.Of(File!, Set, plan));
            return folder;
        }

        if (Extend is not null) return SweepFolder.Open(Extend, "extend");
        var path = Out ?? RunDirectory.UniqueFolder("runs", Path.GetFileNameWithoutExtension(File!), TimeProvider.System);
        return SweepFolder.Create(path, PlanFile.Of(File!, Set, plan!), plan!);
    }

    private SweepFolder Extended(SweepFolder folder, SweepPlan? plan)
    {
        if (Extend is null) return folder;
        SlurmStatus.RequireIdle(folder, "extend");
        var (extended, kept) = folder.Extend(PlanFile.Of(File!, Set, plan!), plan!);
        if (!Quiet) Console.Error.WriteLine($"{SweepText.Points(kept)} of {folder.Path} are kept");
        return extended;
    }

    private IReadOnlyList<FailedShard> Compute(SweepFolder folder)
    {
        var slurm = Engine == SlurmName || (Engine is null && SlurmState.Of(folder) is not null);
        using var interrupt = new Interrupt(slurm ? WatchNotice : Notice);
        if (slurm) return new SlurmEngine(folder, Slurm, Quiet).Run(interrupt.Token);
        SlurmStatus.RequireIdle(folder, "engine");
        using var start = Machine.Start(folder.Plan);
        new LocalEngine(folder, Machine.Work(folder.Plan, start)).Run(interrupt.Token);
        return [];
    }

    private int Report(SweepFolder folder, IReadOnlyList<FailedShard> failed)
    {
        folder.RemoveAttempts();
        var finished = folder.Finished();
        SweepTables.Write(folder.Path, folder.Columns, finished);
        AtomicFile.WriteText(folder.At("README.txt"), SweepReadme.Text(folder));
        var report = SweepReport.Of(folder, finished);
        if (failed.Count > 0) return SlurmStatus.Fail(folder, failed, report);
        if (!report.Finished)
        {
            Console.Error.WriteLine($"stopped: {folder.At("results.csv")} holds {report.Size}; "
                + $"sweep --resume {folder.Path} goes on");
            return ExitCodes.Cancelled;
        }

        if (Parquet)
            foreach (var table in SweepTables.Names) ParquetTable.Write(folder.At(table));
        if (Json) JsonText.Print(report);
        else report.Print(Console.Out);
        return ExitCodes.Ok;
    }

    // A million lines: each is printed as it is found, and none when nobody reads on.
    private static int List(SweepPlan plan)
    {
        try
        {
            using var output = StandardOutput.Open();
            output.Write(CsvLines.Text([["index", "identity", .. plan.Keys, "error"]]));
            foreach (var index in plan.Indexes(0, plan.Size))
            {
                var point = plan.Resolve(index);
                output.Write(CsvLines.Text([
                    [FormattableString.Invariant($"{index}"), point.Identity, .. plan.Values(index), point.Error ?? ""]]));
            }
        }
        catch (IOException cause) when (cause.HResult == BrokenPipe)
        {
        }

        return ExitCodes.Ok;
    }
}
