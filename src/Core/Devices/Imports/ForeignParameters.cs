using System.Globalization;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>
/// Named values of another program. Every one that is read is remembered, so that the others can be told; what cannot be
/// read is a problem.
/// </summary>
/// <param name="values">By name: the text of a value, or of each of a list.</param>
public sealed class ForeignParameters(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    private static readonly string[] NotThere = ["", "None", "null"];
    private static readonly string[] Yes = ["True", "true", "1"];
    private static readonly string[] No = ["False", "false", "0"];

    private readonly HashSet<string> _read = [];
    private readonly List<Problem> _problems = [];
    private readonly List<ImportNote> _notes = [];

    /// <summary>What was told of fields that are not in the device.</summary>
    public IReadOnlyList<ImportNote> Notes => _notes;

    /// <summary>All names.</summary>
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Names that nobody asked for.</summary>
    public IEnumerable<string> Left => values.Keys.Where(name => !_read.Contains(name));

    /// <summary>Whether a value is given.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) =>
        values.TryGetValue(name, out var texts) && !(texts is [var only] && NotThere.Contains(only));

    /// <summary>The text of a value, null where it is absent or None.</summary>
    /// <param name="name">Its name.</param>
    public string? Text(string name)
    {
        _read.Add(name);
        return Has(name) ? string.Join(", ", values[name]) : null;
    }

    /// <summary>A number, null where it is absent.</summary>
    /// <param name="name">Its name.</param>
    public double? Number(string name) => Text(name) is { } text ? Number(name, text) : null;

    /// <summary>A number that must be given.</summary>
    /// <param name="name">Its name.</param>
    public double Required(string name)
    {
        if (!Has(name)) Missing(name);
        return Number(name) ?? double.NaN;
    }

    /// <summary>Numbers that must be given.</summary>
    /// <param name="name">Their name.</param>
    public IReadOnlyList<double> Numbers(string name)
    {
        _read.Add(name);
        if (!Has(name)) Missing(name);
        return Has(name) ? [.. values[name].Select(text => Number(name, text) ?? double.NaN)] : [];
    }

    /// <summary>True or false, null where it is absent.</summary>
    /// <param name="name">Its name.</param>
    public bool? Truth(string name)
    {
        if (Text(name) is not { } text) return null;
        if (!Yes.Contains(text) && !No.Contains(text)) Wrong(name, $"'{text}' is neither true nor false");
        return Yes.Contains(text);
    }

    /// <summary>Whether a value is 0, false or nothing: the feature that it belongs to is off.</summary>
    /// <param name="name">Its name.</param>
    public bool IsOff(string name) => !Has(name) || (values[name] is [var text]
        && (No.Contains(text) || (double.TryParse(text, CultureInfo.InvariantCulture, out var number) && number == 0)));

    /// <summary>Tells why a field is not in the device.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="reason">Why.</param>
    public void Note(string field, string reason)
    {
        _read.Add(field);
        _notes.Add(new ImportNote(field, reason));
    }

    /// <summary>Refuses a value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="message">What it is and what it should be.</param>
    public void Wrong(string name, string message) => _problems.Add(new Problem("CBS1702", name, message));

    /// <summary>Asks for a value that is absent.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="message">What it is needed for.</param>
    public void Missing(string name, string message = "this field is missing") =>
        _problems.Add(new Problem("CBS1701", name, message));

    /// <summary>Ends the reading where something was wrong.</summary>
    /// <exception cref="ConfigurationException">Something was.</exception>
    public void ThrowIfWrong()
    {
        if (_problems.Count > 0) throw new ConfigurationException(_problems);
    }

    private double? Number(string name, string text)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Wrong(name, $"'{text}' is not a number");
        return null;
    }
}
