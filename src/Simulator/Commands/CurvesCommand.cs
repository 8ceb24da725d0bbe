using System.CommandLine;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Curves;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>curves</c>: conductance curves of devices as CSV and picture.</summary>
internal static class CurvesCommand
{
    private const string Help =
        """
        Print the conductance of devices pulse by pulse as CSV, or draw it into a folder.

        Example: crossbarsim curves seed-linear my-device.yaml --out curves

        Conductances are in siemens, pulses 0 to N counted from gmin up (potentiation) or from gmax down (depression).
        """;

    public static Command Create()
    {
        var devices = new Argument<string[]>("device")
        {
            Description = "Device files (YAML) or names of presets.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = CommonOptions.Out("Folder for curves.csv, curves.png and curves.svg", "CSV to stdout");
        var verbose = CommonOptions.Verbose();
        var command = new Command("curves", Help) { devices, output, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => Run([.. parsed.GetValue(devices)!.Select(Load)], parsed.GetValue(output)),
            parsed.GetValue(verbose)));
        return command;
    }

    private static DeviceOptions Load(string device) => Loaded.OrThrow(DeviceLoader.Load(device));

    private static int Run(IReadOnlyList<DeviceOptions> devices, string? folder)
    {
        if (folder is null) ConductanceCurves.Write(CurveFolder.Points(devices), Console.Out);
        else
            foreach (var path in CurveFolder.Write(devices, folder)) Console.Out.WriteLine(path);
        return ExitCodes.Ok;
    }
}
