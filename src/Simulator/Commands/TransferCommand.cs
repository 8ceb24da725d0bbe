using System.CommandLine;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>transfer</c>: trained float weights onto devices.</summary>
internal static class TransferCommand
{
    private const string Help =
        """
        Program trained float weights onto simulated devices and measure what is left of the accuracy.

        Example: crossbarsim transfer runs/mine --device gst-chen-2018 --seeds 5 --out transferred

        The weights are those of a run, of an HDF5 file (layers/0/weights and layers/0/bias, or names as PyTorch and Keras
        export them), of CSV files, one per layer, or of a folder of them. Inputs are pixels of 0 to 1.

        Every device starts at gmin and is programmed by write-verify: one pulse, one reading, until the reading is within the
        tolerance. Written are transfer.csv (accuracy by seed and time), programming.csv (why each device stopped),
        state.h5 and start.yaml, which trains on from it, and pictures.
        """;

    public static Command Create()
    {
        var weights = new Argument<string[]>("weights")
        {
            Description = "Folder of a run, HDF5 file, folder of CSV files, or CSV files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var switches = new TransferSwitches();
        var (backend, data) = (CommonOptions.Backend("cpu"), CommonOptions.Data());
        var output = CommonOptions.Out("Folder for tables, state and pictures", "runs/TIME-transfer-NAME");
        var threads = CommonOptions.Threads();
        var (json, quiet, verbose) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("transfer", Help) { weights };
        foreach (var option in switches.All) command.Add(option);
        foreach (var option in (Option[])[data, backend, output, threads, json, quiet, verbose]) command.Add(option);
        command.SetAction(parsed => UserErrors.Guard(
            () => (switches.Read(parsed, parsed.GetValue(weights)!) with
            {
                Data = parsed.GetValue(data),
                Backend = Enum.Parse<BackendChoice>(parsed.GetValue(backend) ?? nameof(BackendChoice.Cpu), ignoreCase: true),
                Out = parsed.GetValue(output),
                Threads = parsed.GetValue(threads) ?? Environment.ProcessorCount,
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
            }).Run(),
            parsed.GetValue(verbose)));
        return command;
    }
}
