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

        With --cycles the devices are measured, with all their noise, spread and faults: up and down again and again, as a
        table that fit reads. It goes to stdout, or as measured.csv into the folder.
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
        var (cycles, count, seed) = (Cycles(), Count(), Seed());
        var verbose = CommonOptions.Verbose();
        var command = new Command("curves", Help)
        {
            devices, output, amplitude, width, pulses, cycles, count, seed, verbose,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(pulses) is not null && result.GetResult(amplitude) is null && result.GetResult(width) is null)
                result.AddError("--pulses: give --amplitude or --width with it; otherwise a device has its own N.");
            var isMeasured = result.GetResult(cycles) is not null;
            if (isMeasured && (result.GetResult(amplitude) is not null || result.GetResult(width) is not null))
                result.AddError("--cycles: pulses of other sizes are not measured; leave out --amplitude and --width.");
            if (!isMeasured && (result.GetResult(count) is not null || result.GetResult(seed) is not null))
                result.AddError("--devices, --seed: give --cycles with them; otherwise curves have no noise and no spread.");
        });
        command.SetAction(parsed => UserErrors.Guard(
            () =>
            {
                DeviceOptions[] loaded = [.. parsed.GetValue(devices)!.Select(Load)];
                if (parsed.GetValue(cycles) is { } times)
                    return RunMeasured(
                        loaded, new MeasuredSweeps(parsed.GetValue(count) ?? 1, times, parsed.GetValue(seed) ?? 1),
                        parsed.GetValue(output));
                var (sizes, widths) = (parsed.GetValue(amplitude), parsed.GetValue(width));
                return sizes is null && widths is null
                    ? Run(loaded, parsed.GetValue(output))
                    : RunRamp(loaded, sizes, widths, parsed.GetValue(pulses), parsed.GetValue(output));
            },
            parsed.GetValue(verbose)));
        return command;
    }

    private static Option<int?> Cycles() => CommonOptions.Count(
        "--cycles", "Measure so many cycles, 1 to 10000, with noise and spread [default: the law alone].", 1, 10_000);

    private static Option<int?> Count() => CommonOptions.Count(
        "--devices", "Devices to measure, 1 to 1000, with --cycles [default: 1].", 1, 1_000);

    private static Option<ulong?> Seed() => new("--seed")
    {
        Description = "Seed of the devices and their noise, with --cycles [default: 1].",
        HelpName = "n",
    };

    private static DeviceOptions Load(string device) => Loaded.OrThrow(DeviceLoader.Load(device));

    private static int Run(IReadOnlyList<DeviceOptions> devices, string? folder)
    {
        if (folder is null) ConductanceCurves.Write(CurveFolder.Points(devices), Console.Out);
        else
            foreach (var path in CurveFolder.Write(devices, folder)) Console.Out.WriteLine(path);
        return ExitCodes.Ok;
    }

    private static int RunMeasured(IReadOnlyList<DeviceOptions> devices, MeasuredSweeps sweeps, string? folder)
    {
        if (folder is null) sweeps.Write(devices, Console.Out);
        else Console.Out.WriteLine(CurveFolder.WriteMeasured(devices, sweeps, folder));
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
