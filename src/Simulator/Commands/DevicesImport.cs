using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Units;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary><c>devices import</c>: a parameter set of another simulator to a device file.</summary>
internal static class DevicesImport
{
    private const double Lowest = 10e-6;
    private const double Highest = 50e-6;
    private const double Most = 10e-3;

    private const string Help =
        """
        Make a device file of the parameters of a device of aihwkit or of a cell of MLP+NeuroSim.

        Example: crossbarsim devices import ecram.json --out devices/ecram.yaml

        Parameters are JSON, such as json.dumps(dataclasses.asdict(device)), or lines name = value, under the names that they
        have there. For aihwkit add class, such as class=EcRamPresetDevice. What is not imported is printed with the reason.
        """;

    public static Command Create()
    {
        var given = new Argument<string[]>("parameters")
        {
            Description = "The file, and further parameters as name=value, which stand before those of the file.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out", "-o")
        {
            Description = "Device file to write [default: print it].",
            HelpName = "file",
        };
        var name = new Option<string?>("--name")
        {
            Description = "Name of the device [default: that of the file].",
            HelpName = "name",
        };
        var (low, high) = (Conductance("--gmin", "lower", "10 uS"), Conductance("--gmax", "upper", "50 uS"));
        var verbose = CommonOptions.Verbose();
        var command = new Command("import", Help) { given, output, name, low, high, verbose };
        command.SetAction(parsed => UserErrors.Guard(
            () => new DevicesImportVerb
            {
                Given = parsed.GetValue(given)!,
                Out = parsed.GetValue(output),
                Name = parsed.GetValue(name),
                Window = new ConductanceWindow(parsed.GetValue(low) ?? Lowest, parsed.GetValue(high) ?? Highest),
            }.Run(),
            parsed.GetValue(verbose)));
        return command;
    }

    private static Option<double?> Conductance(string name, string bound, string fallback) => new(name)
    {
        Description = $"aihwkit: conductance of the {bound} bound, which has no unit there [default: {fallback}].",
        HelpName = "siemens",
        CustomParser = argument => Siemens(name, argument),
    };

    private static double? Siemens(string name, ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Quantity.TryParse(text, "S", out var siemens) && siemens is >= 0 and <= Most) return siemens;
        argument.AddError($"{name}: {Printable.Quoted(text)} is not a conductance from 0 S to 10 mS, such as \"10 uS\".");
        return null;
    }
}
