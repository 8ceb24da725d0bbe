using System.CommandLine;
using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Predictions;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>predict</c>: digits on pictures, read by a trained run.</summary>
internal static class PredictCommand
{
    private const string Help =
        """
        Read digits on pictures with a trained run.

        Example: crossbarsim predict runs/mine three.png photo.jpg --out read

        Pictures are PNG, BMP or JPEG of any size in pixels, one digit each. The digit is levelled, fitted into
        20 x 20 and centred by mass in 28 x 28, as the pictures of MNIST are.
        """;

    public static Command Create()
    {
        var run = new Argument<string>("run") { Description = "Folder of a run, as train wrote it." };
        var images = new Argument<string[]>("image")
        {
            Description = "Pictures, one digit each.",
            Arity = ArgumentArity.OneOrMore,
        };
        var ink = new Option<string?>("--ink")
        {
            Description = "Whether the ink is dark or light; auto takes the border for paper [default: auto].",
        };
        ink.AcceptOnlyFromAmong([.. Enum.GetNames<Ink>().Select(OptionNames.Value)]);
        var output = CommonOptions.Out("Folder for the digits as the network saw them", "no pictures");
        var (backend, threads) = (CommonOptions.Backend("cpu"), CommonOptions.Threads());
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("predict", Help) { run, images, ink, output, backend, threads, json, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => new PredictVerb
            {
                Run = parsed.GetValue(run)!,
                Images = parsed.GetValue(images)!,
                Ink = Enum.Parse<Ink>(parsed.GetValue(ink) ?? nameof(Ink.Auto), ignoreCase: true),
                Backend = Enum.Parse<BackendChoice>(parsed.GetValue(backend) ?? nameof(BackendChoice.Cpu), ignoreCase: true),
                Out = parsed.GetValue(output),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                Json = parsed.GetValue(json),
                Verbose = parsed.GetValue(verbose),
            }.Execute(),
            parsed.GetValue(verbose)));
        return command;
    }
}
