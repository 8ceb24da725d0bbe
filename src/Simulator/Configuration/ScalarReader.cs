using System.Globalization;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Reads single values.</summary>
internal static class ScalarReader
{
    private static readonly string[] Yes = ["yes", "on", "y", "1", "true"];
    private static readonly string[] No = ["no", "off", "n", "0", "false"];

    /// <summary>Reads the value that a slot takes.</summary>
    /// <param name="slot">What is allowed.</param>
    /// <param name="node">What was written.</param>
    public static Reading Read(ValueSlot slot, ScalarNode node)
    {
        if (slot.Type == typeof(string)) return slot.IsFile ? FilePath(node) : new Reading(node.Text);
        if (slot.Type.IsEnum) return Word(slot.Type, node.Text);
        if (slot.Type == typeof(RatioOrConductance)) return RatioOrConductance(slot, node);
        if (slot.Unit is { } unit) return QuantityReader.Read(node.Text, unit, slot.Range);
        if (!node.IsPlain) return Refused(slot, $"the text {Printable.Quoted(node.Text)}");
        if (slot.Type == typeof(bool)) return Truth(slot, node.Text);
        return slot.Type == typeof(double) ? Number(slot, node.Text) : Whole(slot, node.Text);
    }

    private static Reading RatioOrConductance(ValueSlot slot, ScalarNode node)
    {
        if (!node.Text.Any(letter => letter == SlotText.Siemens[0])) return As(Number(slot, node.Text), isConductance: false);
        return As(QuantityReader.Read(node.Text, SlotText.Siemens, SlotText.Conductances), isConductance: true);
    }

    private static Reading As(Reading number, bool isConductance) => number.Value is double value
        ? new Reading(new RatioOrConductance(value, isConductance))
        : number;

    private static Reading FilePath(ScalarNode node)
    {
        if (node.Text.Length == 0 || node.Text.Contains('\0'))
            return Reading.Refused(ProblemCodes.UnreadableValue, $"{Printable.Quoted(node.Text)} is not the path of a file");
        return new Reading(Path.GetFullPath(Path.Combine(node.At.Source.Folder, node.Text)));
    }

    private static Reading Word(Type type, string text)
    {
        foreach (var value in Enum.GetNames(type))
            if (OptionNames.Value(value) == text) return new Reading(Enum.Parse(type, value));
        return NotOneOf(text, SlotText.Words(type));
    }

    /// <summary>A word that is not one of those allowed.</summary>
    /// <param name="text">The word.</param>
    /// <param name="words">Those allowed.</param>
    public static Reading NotOneOf(string text, IEnumerable<string> words) => Reading.Refused(ProblemCodes.UnknownWord,
        $"{Printable.Quoted(text)} is not one of {string.Join(","
        + $" ", words)}{Suggestion.Question(Suggestion.Nearest(text, words))}");

    private static Reading Truth(ValueSlot slot, string text)
    {
        if (text is "true" or "false") return new Reading(text == "true");
        var meant = Yes.Contains(text.ToLowerInvariant()) ? "true" : No.Contains(text.ToLowerInvariant()) ? "false" : null;
        return Refused(slot, Printable.Quoted(text), meant);
    }

    private static Reading Number(ValueSlot slot, string text)
    {
        double? value = text switch
        {
            ".inf" or "+.inf" or ".Inf" or ".INF" => double.PositiveInfinity,
            "-.inf" or "-.Inf" or "-.INF" => double.NegativeInfinity,
            _ => Finite(text),
        };
        if (value is null) return Refused(slot, Printable.Quoted(text), WithPoint(text));
        return NumberText.Contains(slot.Range, value.Value) ? new Reading(value.Value) : Outside(slot, text);
    }

    private static Reading Whole(ValueSlot slot, string text)
    {
        if (!Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            return Refused(slot, Printable.Quoted(text), WholeMeant(text));
        var (low, high) = Limits(slot.Type);
        if (value < low || value > high || !NumberText.Contains(slot.Range, (double)value)) return Outside(slot, text);
        return new Reading(Convert.ChangeType(
            value.ToString(CultureInfo.InvariantCulture), slot.Type, CultureInfo.InvariantCulture));
    }

    private static (Int128 Low, Int128 High) Limits(Type type) =>
        type == typeof(int) ? (int.MinValue, int.MaxValue)
        : type == typeof(long) ? (long.MinValue, long.MaxValue)
        : (ulong.MinValue, ulong.MaxValue);

    private static Reading Outside(ValueSlot slot, string text)
    {
        var (low, high) = Limits(slot.Type);
        var range = slot.Range is null ? $"{low} .. {high}" : NumberText.Of(slot.Range, null);
        return Reading.Refused(ProblemCodes.OutOfRange, $"{Printable.Short(text)} is outside {range}");
    }

    private static double? Finite(string text) =>
        double.TryParse(text, NumberStyles.Float & ~(NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite),
            CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value) ? value : null;

    private static string? WithPoint(string text) =>
        text.Count(',') == 1 && Finite(text.Replace(',', '.')) is not null ? text.Replace(',', '.') : null;

    // 1e3, 1000.0 and 60_000 are whole numbers to a person.
    private static string? WholeMeant(string text) =>
        Finite(text.Replace("_", "", StringComparison.Ordinal)) is { } value && value.Equals(Math.Floor(value))
            && Math.Abs(value) < 1e15
            ? value.ToString("F0", CultureInfo.InvariantCulture)
            : null;

    private static Reading Refused(ValueSlot slot, string received, string? meant = null) => Reading.Refused(
        ProblemCodes.UnreadableValue, $"{received} where {SlotText.Expected(slot)} is expected{Suggestion.Question(meant)}");
}
