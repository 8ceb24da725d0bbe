using System.CommandLine;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>train</c>: one run, or without a file the quick start.</summary>
internal static class TrainCommand
{
    private const string Help =
        """
        Train a network of memristors: one run from an experiment file, or without a file the quick start.

        Example: crossbarsim train configs/seed/pulse-linear.yaml --seed 3 --set training.epochs=5

        The quick start trains a linear and a nonlinear device on the embedded digits and compares them.
        Ctrl-C stops after the epoch in progress; --resume goes on from there.
        """;

    public static Command Create()
    {
        var file = new Argument<string?>("experiment")
        {
            Description = "Experiment file (YAML); the quick start where absent.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var resume = CommonOptions.Resume(
            "Go on with the run (or the quick start) in this folder from its last finished epoch.");
        var (set, seed, backend) = (CommonOptions.Set(), CommonOptions.Seed(), CommonOptions.Backend());
        var (data, output) = (CommonOptions.Data(), CommonOptions.Out("Folder of the run", "runs/TIME-NAME"));
        var (threads, dryRun) = (CommonOptions.Threads(), CommonOptions.DryRun("Print the resolved experiment and stop."));
        var (json, quiet, verbose) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("train", Help)
        {
            file, set, seed, backend, data, output, resume, threads, dryRun, json, quiet, verbose,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(resume) is null) return;
            var others = result.GetValue(file) is not null || result.GetValue(set) is { Length: > 0 }
                || result.GetValue(seed) is not null || result.GetValue(output) is not null;
            if (others)
                result.AddError("--resume goes on with a run as it was started: give no file, --set, --seed or --out with it.");
        });
        command.SetAction(parsed => UserErrors.Guard(
            () => new TrainVerb
            {
                File = parsed.GetValue(file),
                Resume = parsed.GetValue(resume),
                Overrides = Overrides.From(parsed.GetValue(set), parsed.GetValue(seed), parsed.GetValue(backend)),
                Data = parsed.GetValue(data),
                Out = parsed.GetValue(output),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                DryRun = parsed.GetValue(dryRun),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            }.Run(),
            parsed.GetValue(verbose)));
        return command;
    }
}
