using System.CommandLine;
using System.Globalization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;
using CrossbarSim.Experiments.Transfers.Reading;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>The options of <c>transfer</c> that say what is programmed, and how.</summary>
internal sealed class TransferSwitches
{
    private readonly Option<string?> _device = new("--device")
    {
        Description = "Device file (YAML) or name of a preset.",
        HelpName = "device",
        Required = true,
    };

    private readonly Option<string?> _mapping = Word<MappingKind>("--mapping", "How conductances become weights", "differential");
    private readonly Option<string[]> _clip = List(
        "--clip", "weights", "Largest weight that is programmed, one or one per layer [default: each layer's largest magnitude].",
        text => Number(text) is > 0 and <= 1e6, "a weight above 0");

    private readonly Option<bool> _openLoop = new("--open-loop")
    {
        Description = "Fire as many pulses as the nominal law asks for, without reading.",
    };

    private readonly Option<double?> _tolerance = new("--tolerance")
    {
        Description = "Distance from the target that counts as reached, share of the window, 0.00001 to 0.5 "
            + "[default: half a step, half of a pulse's noise or a reading's noise, at least 0.002].",
        HelpName = "share",
    };

    private readonly Option<int?> _reads = CommonOptions.Count(
        "--reads", "Readings averaged after each pulse, 1 to 1000 [default: 1].", 1, 1000);
    private readonly Option<int?> _mostPulses = CommonOptions.Count(
        "--most-pulses", "Most pulses at a device, 1 to 1000000 [default: four times those that cross the window].",
        1, 1_000_000);

    private readonly Option<int?> _mostReversals = CommonOptions.Count(
        "--most-reversals", "Most changes of direction at a device, 0 to 1000000 [default: 10].", 0, 1_000_000);

    private readonly Option<string[]> _times = List(
        "--times", "times", "Times after programming to read at, such as \"1 h, 30 day\" [default: 1 s, 1 h, 1 day, 30 day "
            + "and 1 year for devices that age].",
        text => Quantity.TryParse(text, "s", out var seconds) && seconds > 0, "a time above 0 such as 1 h");

    private readonly Option<int?> _seeds = CommonOptions.Count(
        "--seeds", "Arrays to program, 1 to 100, each with the next seed [default: 1].", 1, 100);
    private readonly Option<ulong?> _seed = new("--seed")
    {
        Description = "Seed of the first array: its devices and their noise [default: 1].",
        HelpName = "n",
    };

    private readonly Option<string?> _activation = Word<Activation>(
        "--activation", "Activation of the hidden layers", "that of the run, else relu");

    private readonly Option<string?> _orientation = Word<Orientation>(
        "--orientation", "Which side of a square array the inputs are on", "as the other layers");

    private readonly Option<string?> _dataset = new("--dataset")
    {
        Description = "Data set whose test samples are classified [default: that of the run, else mnist].",
        HelpName = "name",
    };

    /// <summary>Adds the checks.</summary>
    public TransferSwitches() => _tolerance.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && Number(text) is not null and not (>= 1e-5 and <= 0.5))
            result.AddError("--tolerance: give a share from 0.00001 to 0.5.");
    });

    /// <summary>All of them, in the order of the help.</summary>
    public IEnumerable<Option> All =>
    [
        _device, _mapping, _clip, _openLoop, _tolerance, _reads, _mostPulses, _mostReversals, _times, _seeds, _seed,
        _activation, _orientation, _dataset,
    ];

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="weights">The weight files.</param>
    public TransferVerb Read(ParseResult parsed, string[] weights) => new()
    {
        Weights = weights,
        Device = parsed.GetValue(_device)!,
        Mapping = Parsed<MappingKind>(parsed.GetValue(_mapping)) ?? MappingKind.Differential,
        Clip = Items(parsed.GetValue(_clip)!) is { Length: > 0 } clip ? [.. clip.Select(text => Number(text)!.Value)] : null,
        OpenLoop = parsed.GetValue(_openLoop),
        Tolerance = parsed.GetValue(_tolerance),
        Reads = parsed.GetValue(_reads) ?? 1,
        MostPulses = parsed.GetValue(_mostPulses),
        MostReversals = parsed.GetValue(_mostReversals),
        Times = Items(parsed.GetValue(_times)!) is { Length: > 0 } times ? [.. times.Select(Seconds)] : null,
        Seeds = parsed.GetValue(_seeds) ?? 1,
        Seed = parsed.GetValue(_seed) ?? 1,
        Activation = Parsed<Activation>(parsed.GetValue(_activation)),
        Orientation = Parsed<Orientation>(parsed.GetValue(_orientation)),
        Dataset = parsed.GetValue(_dataset),
    };

    private static Option<string?> Word<T>(string name, string description, string fallback)
        where T : struct, Enum
    {
        var option = new Option<string?>(name) { Description = $"{description} [default: {fallback}]." };
        option.AcceptOnlyFromAmong([.. Enum.GetNames<T>().Select(OptionNames.Value)]);
        return option;
    }

    private static T? Parsed<T>(string? word)
        where T : struct, Enum =>
        word is null ? null : Enum.Parse<T>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static Option<string[]> List(string name, string help, string description, Func<string, bool> fits, string what)
    {
        var option = new Option<string[]>(name)
        {
            Description = description,
            HelpName = help,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (var item in Items(result.Tokens.Select(token => token.Value)))
                if (!fits(item)) result.AddError($"{name}: {Printable.Quoted(item)} is not {what}.");
        });
        return option;
    }

    private static string[] Items(IEnumerable<string> values) =>
        [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))];

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;

    private static double Seconds(string text) => Quantity.TryParse(text, "s", out var seconds) ? seconds : 0;
}
