using System.Globalization;
using System.Text.RegularExpressions;

namespace CrossbarSim.HardwareBridge.Templates;

/// <summary>What a line of an answer looks like, and the values in it.</summary>
internal sealed class ReplyPattern
{
    // Groups that give a current, in amperes of their unit.
    private static readonly (string Name, double Unit)[] Currents =
        [("amperes", 1), ("milliamperes", 1e-3), ("microamperes", 1e-6)];

    private const RegexOptions Safe =
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private readonly Regex _pattern;

    /// <summary>Reads a pattern of a board file.</summary>
    /// <exception cref="ArgumentException">It is no regular expression, or one that may take for ever.</exception>
    public ReplyPattern(string pattern)
    {
        try
        {
            // Without backtracking no answer, however odd, can keep it busy.
            _pattern = new Regex(pattern, Safe);
        }
        catch (NotSupportedException cause)
        {
            throw new ArgumentException(cause.Message, nameof(pattern), cause);
        }
    }

    /// <summary>Whether an answer gives a conductance or a current.</summary>
    public bool GivesConductance => Has("siemens") || Has("ohms") || Currents.Any(current => Has(current.Name));

    /// <summary>Whether a line looks so.</summary>
    public bool IsMatch(string line) => _pattern.IsMatch(line);

    /// <summary>The serial number in a line, where there is one.</summary>
    public uint? Serial(string line) => uint.TryParse(
        new string([.. (Group(line, "serial") ?? "").Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture, out var serial)
        ? serial : null;

    /// <summary>What the instrument says of a pulse, where the line tells it: volts, seconds or the limit in amperes.</summary>
    public double? Told(string line, string name) => Value(line, name);

    /// <summary>The conductance that a line gives, siemens.</summary>
    /// <param name="line">A line that looks so.</param>
    /// <param name="volts">The read voltage.</param>
    /// <returns>Null where a number is missing or is none.</returns>
    public double? Conductance(string line, double volts)
    {
        if (Value(line, "siemens") is { } siemens) return siemens;
        if (Value(line, "ohms") is { } ohms) return ohms == 0 ? double.PositiveInfinity : 1 / ohms;
        return Currents.Select(current => Value(line, current.Name) * current.Unit)
            .FirstOrDefault(value => value is not null) / volts;
    }

    private bool Has(string name) => _pattern.GetGroupNames().Contains(name);

    private string? Group(string line, string name) =>
        _pattern.Match(line).Groups[name] is { Success: true } group ? group.Value : null;

    // A garbled number is none, and never 0; an instrument's overflow (9.9e37) is as it says.
    private double? Value(string line, string name) =>
        double.TryParse(Group(line, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) ? value : null;
}
