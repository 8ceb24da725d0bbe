using System.CommandLine;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>fit</c>: measured pulses to a device file.</summary>
internal static class FitCommand
{
    private const string Help =
        """
        Fit every conductance law to measured pulses, rank them, and write the best as a device file.

        Example: crossbarsim fit measured.csv --out devices/mine.yaml

        The file is a CSV with a header and a row for each conductance that was read. Columns are found by name: pulse,
        and conductance, resistance or current with read_voltage; where there are any direction, device, cycle, amplitude,
        width. Units follow the name: conductance_uS, resistance (kOhm), current_nA.

        Beside mine.yaml are written mine-fit.csv (every law, every parameter, 95 % intervals), mine-fit-devices.csv where
        there are several devices, and pictures of the curves and of what each law leaves.
        """;

    public static Command Create()
    {
        var measured = new Argument<string>("measured") { Description = "Measured pulses (CSV)." };
        var output = new Option<string?>("--out", "-o")
        {
            Description = "Device file to write; tables and pictures go beside it [default: print only].",
            HelpName = "file",
        };
        var law = new Option<string?>("--law")
        {
            Description = "Write this law, such as exponential [default: the best].",
            HelpName = "name",
        };
        law.AcceptOnlyFromAmong([.. LawFamilies.All.Select(family => family.Law)]);
        var column = FitOptions.Column();
        var unit = FitOptions.Unit();
        var voltage = FitOptions.ReadVoltage();
        var (json, quiet, verbose) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("fit", Help) { measured, output, law, column, unit, voltage, json, quiet, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => new FitVerb
            {
                Measured = parsed.GetValue(measured)!,
                Out = parsed.GetValue(output),
                Law = parsed.GetValue(law),
                Options = FitOptions.Read(parsed.GetValue(column)!, parsed.GetValue(unit)!, parsed.GetValue(voltage)),
                Json = parsed.GetValue(json),
                Quiet = parsed.GetValue(quiet),
                Verbose = parsed.GetValue(verbose),
            }.Run(),
            parsed.GetValue(verbose)));
        return command;
    }
}
