using System.CommandLine;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Simulator.Sweeping;
using CrossbarSim.Simulator.Sweeping.Shards;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>sweep shard</c>: a part of a sweep, as a task of a cluster runs it.</summary>
internal static class SweepShardCommand
{
    private const string Help =
        """
        Compute one part of a sweep: what a task of --engine slurm runs, or any other scheduler may.

        Example: crossbarsim sweep shard runs/nonlinearity --shard 3 --of 40

        The plan is cut into ranges of indexes of equal length. Every attempt writes a journal under its own name and
        goes on from those of earlier ones; the first that is whole becomes the shard. When all shards are there,
        sweep --resume collects them.
        """;

    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Folder of a sweep, on a file system that all tasks share." };
        var shard = new Option<int>("--shard") { Description = "Number of the shard, from 0.", HelpName = "n", Required = true };
        var of = new Option<int>("--of") { Description = "Shards of the sweep.", HelpName = "n", Required = true };
        var attempt = new Option<string?>("--attempt")
        {
            Description = "Name of the attempt, of no other at this shard [default: host and process].", HelpName = "name",
        };
        var (backend, data, threads) = (CommonOptions.Backend(), CommonOptions.Data(), CommonOptions.Threads());
        var (quiet, verbose) = (CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("shard", Help) { folder, shard, of, attempt, backend, data, threads, quiet, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => Run(
                SweepFolder.Open(parsed.GetValue(folder)!, "folder"), parsed.GetValue(shard), parsed.GetValue(of),
                parsed.GetValue(attempt) ?? FormattableString.Invariant($"{Environment.MachineName}-{Environment.ProcessId}"),
                new SweepMachine(
                    parsed.GetValue(backend) is { } name ? Enum.Parse<BackendChoice>(name, ignoreCase: true) : null,
                    parsed.GetValue(data), parsed.GetValue(threads) ?? Environment.ProcessorCount, parsed.GetValue(quiet))),
            parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(SweepFolder folder, int shard, int of, string attempt, SweepMachine machine)
    {
        if (of < 1 || of > folder.Plan.Size || shard < 0 || shard >= of)
            throw new ConfigurationException(new Problem("CBS1123", "shard", FormattableString.Invariant(
                $"there is no shard {shard} of {of}: give --of 1 to {folder.Plan.Size}, the indexes of the plan, ")
                + "and a --shard below it"));
        if (attempt.Any(letter => !char.IsAsciiLetterOrDigit(letter) && !"-_.".Contains(letter, StringComparison.Ordinal)))
            throw new ConfigurationException(new Problem("CBS1123", "attempt",
                $"{Configuration.Printable.Quoted(attempt)} becomes part of a file's name: "
                + "letters, digits, '-', '_' and '.' are allowed"));
        folder.Require(folder.File with { Version = Experiments.Results.ProgramVersion.Text });
        using var interrupt = new Interrupt(SweepVerb.Notice);
        var run = new ShardRun(folder, ShardRange.All(folder.Plan.Size, of)[shard], attempt);
        RunStart? start = null;
        try
        {
            run.Run(() => machine.Work(folder.Plan, start = machine.Start(folder.Plan)), interrupt.Token);
        }
        finally
        {
            start?.Dispose();
        }

        return run.Finished ? ExitCodes.Ok : ExitCodes.Cancelled;
    }
}
