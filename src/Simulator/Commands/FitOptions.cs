using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;
using CrossbarSim.Experiments.Fitting.Reading;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Options that say what the header of a measured file does not.</summary>
internal static class FitOptions
{
    private static readonly IReadOnlyDictionary<string, MeasuredQuantity> Quantities =
        Enum.GetValues<MeasuredQuantity>().ToDictionary(quantity => OptionNames.Key(quantity.ToString()));

    public static Option<string[]> Column() => Assignments(
        "--column", "quantity=header", "Header of a column that is not called as usual, such as conductance=\"G at 0.1 V\".");

    public static Option<string[]> Unit() => Assignments(
        "--unit", "quantity=unit", "Unit of a column, before that of its header, such as conductance=uS.");

    public static Option<double?> ReadVoltage() => new("--read-voltage")
    {
        Description = "Voltage at which all currents were read, such as \"0.1 V\".",
        HelpName = "voltage",
        CustomParser = Voltage,
    };

    /// <summary>What was given; valid already.</summary>
    public static MeasurementOptions Read(string[] columns, string[] units, double? readVoltage) => new()
    {
        Columns = columns.Select(Split).ToDictionary(pair => pair.Quantity, pair => pair.Value),
        Units = units.Select(Split).ToDictionary(pair => pair.Quantity, pair => pair.Value),
        ReadVoltage = readVoltage,
    };

    private static Option<string[]> Assignments(string name, string help, string description)
    {
        var option = new Option<string[]>(name)
        {
            Description = description + " May be repeated.",
            HelpName = help,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (Wrong(token.Value) is { } wrong) result.AddError($"{name}: {wrong}.");
            if (result.Tokens.GroupBy(token => token.Value.Split('=')[0]).FirstOrDefault(g => g.Count() > 1) is { } twice)
                result.AddError($"{name}: {Printable.Quoted(twice.Key)} is given twice.");
        });
        return option;
    }

    private static string? Wrong(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == text.Length - 1) return $"{Printable.Quoted(text)} is not quantity=value";
        if (Quantities.ContainsKey(text[..at])) return null;
        return $"{Printable.Quoted(text[..at])} is not one of {string.Join(", ", Quantities.Keys)}"
            + Suggestion.Question(Suggestion.Nearest(text[..at], Quantities.Keys));
    }

    private static (MeasuredQuantity Quantity, string Value) Split(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return (Quantities[text[..at]], text[(at + 1)..]);
    }

    private static double? Voltage(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Quantity.TryParse(text, "V", out var volts) && volts != 0) return volts;
        argument.AddError($"--read-voltage: {Printable.Quoted(text)} is not a voltage such as \"0.1 V\".");
        return null;
    }
}
