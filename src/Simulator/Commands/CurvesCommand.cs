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
        With --amplitude or --width pulses differ: a device that has voltage goes up from gmin, then down from there.
        """;

    public static Command Create()
    {
        var devices = new Argument<string[]>("device")
        {
            Description = "Device files (YAML) or names of presets.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = CommonOptions.Out("Folder for curves.csv, curves.png and curves.svg", "CSV to stdout");
        var (amplitude, width, pulses) = (RampOptions.Amplitude(), RampOptions.Width(), RampOptions.Pulses());
        var verbose = CommonOptions.Verbose();
        var command = new Command("curves", Help) { devices, output, amplitude, width, pulses, verbose };
        command.Validators.Add(result =>
        {
            if (result.GetResult(pulses) is not null && result.GetResult(amplitude) is null && result.GetResult(width) is null)
                result.AddError("--pulses: give --amplitude or --width with it; otherwise a device has its own N.");
        });
        command.SetAction(parsed => UserErrors.Guard(
            () =>
            {
                DeviceOptions[] loaded = [.. parsed.GetValue(devices)!.Select(Load)];
                var (sizes, widths) = (parsed.GetValue(amplitude), parsed.GetValue(width));
                return sizes is null && widths is null
                    ? Run(loaded, parsed.GetValue(output))
                    : RunRamp(loaded, sizes, widths, parsed.GetValue(pulses), parsed.GetValue(output));
            },
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

    private static int RunRamp(
        IReadOnlyList<DeviceOptions> devices, RampPair? amplitude, RampPair? width, int? pulses, string? folder)
    {
        PulseRamp Train(bool falling) => RampOptions.Of(falling, amplitude, width, pulses);
        List<IReadOnlyList<RampPoint>> rows =
            [.. devices.Select(device => RampCurves.Of(device, Train(falling: false), Train(falling: true)))];
        if (folder is null) ConductanceCurves.Write(rows.SelectMany(points => points), Console.Out);
        else
            foreach (var path in CurveFolder.WriteRamp(rows, folder)) Console.Out.WriteLine(path);
        return ExitCodes.Ok;
    }
}
