using System.CommandLine;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Curves;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;

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
        var points = devices.SelectMany(device => ConductanceCurves.Of(device, new MappingOptions()));
        if (folder is null)
        {
            ConductanceCurves.Write(points, Console.Out);
            return ExitCodes.Ok;
        }

        using var output = OutputFolder.Open(folder, "out");
        using var text = new StringWriter();
        ConductanceCurves.Write(points, text);
        var csv = Path.Combine(folder, "curves.csv");
        AtomicFile.WriteText(csv, text.ToString());
        var picture = ConductanceCurveFigure.Save(
            [.. devices.Select(ConductanceCurve.Of)], Path.Combine(folder, "curves"),
            ConductanceCurveFigure.TitleOf(devices.Count));
        Console.Out.WriteLine(csv);
        Console.Out.WriteLine(picture.Png);
        Console.Out.WriteLine(picture.Svg);
        return ExitCodes.Ok;
    }
}
