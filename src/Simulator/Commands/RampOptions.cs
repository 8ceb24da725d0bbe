using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Units;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Commands;

/// <summary>Options that make the pulses of <c>curves</c> differ.</summary>
internal static class RampOptions
{
    /// <summary>Pulses of each direction where no number is given.</summary>
    public const int DefaultCount = 50;

    private const string Between = "..";

    public static Option<RampPair?> Amplitude() => Ramps(
        "--amplitude", "V", "\"0.8 V..1.6 V\"", "Size of the pulses, from the first to the last of a direction; after a comma "
        + "that of the falling ones. Needs the device's voltage.");

    public static Option<RampPair?> Width() => Ramps(
        "--width", "s", "\"100 ns..10 us\"", "Width of the pulses, likewise.");

    public static Option<int?> Pulses() => CommonOptions.Count(
        "--pulses", $"Pulses of each direction, with --amplitude or --width [default: {DefaultCount}].", 1,
        DeviceOptions.MostPulses);

    /// <summary>The train of a direction.</summary>
    /// <param name="falling">Whether that of falling pulses is meant.</param>
    /// <param name="amplitude">What was given, if anything.</param>
    /// <param name="width">What was given, if anything.</param>
    /// <param name="count">Pulses.</param>
    public static PulseRamp Of(bool falling, RampPair? amplitude, RampPair? width, int? count) =>
        new(count ?? DefaultCount, Pick(amplitude, falling), Pick(width, falling));

    private static Ramp? Pick(RampPair? given, bool falling) => falling ? given?.Falling : given?.Rising;

    private static Option<RampPair?> Ramps(string name, string unit, string example, string description) => new(name)
    {
        Description = description,
        HelpName = "range",
        CustomParser = argument => Parse(name, unit, example, argument),
    };

    private static RampPair? Parse(string name, string unit, string example, ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        Ramp?[] ramps = [.. text.Split(',').Select(part => One(part, unit))];
        if (ramps.Length <= 2 && ramps[0] is { } rising && ramps[^1] is { } falling) return new RampPair(rising, falling);
        argument.AddError($"{name}: {Printable.Quoted(text)} is no range of sizes above 0 {unit}, such as {example}.");
        return null;
    }

    private static Ramp? One(string text, string unit)
    {
        var at = text.IndexOf(Between, StringComparison.Ordinal);
        var (first, last) = at < 0 ? (text, text) : (text[..at], text[(at + Between.Length)..]);
        return Quantity.TryParse(first, unit, out var from) && Quantity.TryParse(last, unit, out var to) && from > 0 && to > 0
            ? new Ramp(from, to)
            : null;
    }
}
