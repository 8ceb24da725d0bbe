using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>sweep</c>: many points of one experiment to one CSV.</summary>
internal static class SweepCommand
{
    private const string Help =
        """
        Run an experiment at every point of a plan: axes over any of its keys, one CSV of all results.

        Example: crossbarsim sweep configs/sweeps/nonlinearity.yaml --out nonlinearity

        A point that is impossible or diverges is a row that says so. Nothing finished is ever lost: however the program
        ended, --resume goes on to the same bytes. Ctrl-C stops after the points in progress.

        With --engine slurm the sweep is a job array of shards, in a folder that all nodes share. It goes on when this
        program ends; sweep status says how far it is, and --resume watches it again and collects.
        """;

    public static Command Create()
    {
        var file = new Argument<string?>("sweep") { Description = "Sweep file (YAML).", Arity = ArgumentArity.ZeroOrOne };
        var output = CommonOptions.Out("Folder of the sweep", "runs/TIME-NAME");
        var resume = Folder("--resume", "Go on with the sweep in this folder; with a sweep file, only if it is the same.");
        var extend = Folder("--extend",
            "Take the sweep file for the plan of this folder: what it has is kept, what is new is run.");
        var set = CommonOptions.Set();
        var (backend, data, threads) = (CommonOptions.Backend(), CommonOptions.Data(), CommonOptions.Threads());
        var dryRun = CommonOptions.DryRun("Print the plan as CSV and stop: index, identity, swept keys.");
        var parquet = new Option<bool>("--parquet") { Description = "Write each table as Parquet too." };
        var (json, quiet, verbose) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Verbose());
        var slurm = new SlurmSwitches();
        var command = new Command("sweep", Help)
        {
            file, output, resume, extend, set, backend, data, threads, dryRun, parquet, json, quiet, verbose,
        };
        foreach (var option in slurm.All) command.Add(option);
        foreach (var verb in SweepFolderCommands.Create()) command.Add(verb);
        command.Add(SweepShardCommand.Create());
        command.Validators.Add(slurm.Check);
        command.Validators.Add(result => Check(result, file, output, resume, extend, set));
        command.SetAction(parsed => UserErrors.Guard(
            () => new SweepVerb
            {
                File = parsed.GetValue(file),
                Out = parsed.GetValue(output),
                Resume = parsed.GetValue(resume),
                Extend = parsed.GetValue(extend),
                Set = Overrides.From(parsed.GetValue(set), seed: null, backend: null),
                Machine = new SweepMachine(
                    parsed.GetValue(backend) is { } name ? Enum.Parse<BackendChoice>(name, ignoreCase: true) : null,
                    parsed.GetValue(data), parsed.GetValue(threads) ?? Environment.ProcessorCount, parsed.GetValue(quiet)),
                Engine = parsed.GetValue(slurm.Engine),
                Slurm = slurm.Options(parsed, parsed.GetValue(backend), parsed.GetValue(data), parsed.GetValue(threads)),
                DryRun = parsed.GetValue(dryRun),
                Parquet = parsed.GetValue(parquet),
                Json = parsed.GetValue(json),
            }.Run(),
            parsed.GetValue(verbose)));
        return command;
    }

    private static Option<string?> Folder(string name, string description) =>
        new(name) { Description = description, HelpName = "dir" };

    private static void Check(
        CommandResult result, Argument<string?> file, Option<string?> output, Option<string?> resume, Option<string?> extend,
        Option<string[]> set)
    {
        // A verb below has arguments of its own.
        if (result.Children.OfType<CommandResult>().Any()) return;
        var given = new[] { output, resume, extend }.Count(option => result.GetValue(option) is not null);
        if (given > 1) result.AddError("--out, --resume and --extend: give one of them.");
        if (result.GetValue(file) is not null) return;
        if (result.GetValue(resume) is null) result.AddError("Give a sweep file, or --resume with the folder of a sweep.");
        else if (result.GetValue(set) is { Length: > 0 })
            result.AddError("--resume goes on with a sweep as it was started: give no --set without its file.");
    }
}
