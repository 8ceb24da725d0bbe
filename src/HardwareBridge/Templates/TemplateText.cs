using System.Globalization;
using System.Text.RegularExpressions;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Templates;

/// <summary>Templates of lines: placeholders in braces, filled in with invariant numbers.</summary>
internal static partial class TemplateText
{
    /// <summary>Asks for a current limit: an instrument whose templates say it keeps one.</summary>
    public const string Compliance = "compliance";

    /// <summary>Averages by itself: the read is then sent once.</summary>
    public const string Samples = "samples";

    private const int Milli = 1_000;
    private const int Micro = 1_000_000;

    /// <summary>All placeholders.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [.. Values(default, new PulseOptions { Voltage = 0, Width = 0 }, 1).Keys];

    /// <summary>The placeholders of a template.</summary>
    public static IEnumerable<string> Names(string template) =>
        Placeholder().Matches(template).Select(match => match.Groups[1].Value);

    /// <summary>What placeholders stand for.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="pulse">The pulse; a read is one of width 0.</param>
    /// <param name="samples">Single reads.</param>
    public static IReadOnlyDictionary<string, string> Values(Cell cell, PulseOptions pulse, int samples) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["row"] = Number(cell.Row),
            ["column"] = Number(cell.Column),
            ["row1"] = Number(cell.Row + 1),
            ["column1"] = Number(cell.Column + 1),
            ["voltage"] = Number(pulse.Voltage),
            ["width"] = Number(pulse.Width),
            ["width_ms"] = Number(pulse.Width * Milli),
            ["width_us"] = Number(pulse.Width * Micro),
            [Compliance] = Number(pulse.Compliance ?? 0),
            ["compliance_ma"] = Number((pulse.Compliance ?? 0) * Milli),
            [Samples] = Number(samples),
        };

    /// <summary>Fills a template in.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(template, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    private static string Number(double value) => value.ToString("G9", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{([a-z0-9_]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
