using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>Lines of CSV as text.</summary>
public static class CsvLines
{
    /// <summary>Each record as one line that ends with a line feed; a field holds no line feed.</summary>
    /// <param name="records">Fields of each.</param>
    public static string Text(IEnumerable<IEnumerable<string>> records) =>
        string.Concat(records.Select(fields => AtomicFile.Utf8.GetString(TableText.Lines([fields]))));

    /// <summary>One record as a line without line feed.</summary>
    /// <param name="fields">Its fields.</param>
    public static string Of(IEnumerable<string> fields) => Text([fields]).TrimEnd('\n');

    /// <summary>The fields of a line.</summary>
    /// <param name="line">A line without line feed.</param>
    public static IReadOnlyList<string> Fields(string line)
    {
        using var csv = CsvHelper.CsvReader.Create(AtomicFile.Utf8.GetBytes(line + "\n"), TableText.Reading);
        return csv.Read() ? csv.Current.ToArray() : [];
    }
}
