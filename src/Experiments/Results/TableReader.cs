using CrossbarSim.Core.Problems;
using CsvHelper;

namespace CrossbarSim.Experiments.Results;

/// <summary>Reads tables that may be growing, or were cut off.</summary>
internal static class TableReader
{
    /// <summary>The rows of a file, one after another, in rising epochs.</summary>
    public static IEnumerable<TRow> Rows<TRow>(string path)
        where TRow : ITableRow<TRow>
    {
        using var csv = CsvReader.Create(CompleteLines(path), TableText.Reading);
        var columns = ReadHeader<TRow>(path, csv);
        var last = -1;
        while (Next(path, csv))
        {
            var row = TRow.Parse(new TableFields(path, csv.LineNumber, columns, csv.Current.ToArray()));
            if (row.Epoch <= last)
                throw TableCodes.Row(path, csv.LineNumber, $"epoch {row.Epoch} follows epoch {last}");
            last = row.Epoch;
            yield return row;
        }
    }

    /// <summary>The rows up to an epoch; what follows it is not even looked at.</summary>
    public static List<TRow> UpTo<TRow>(string path, int epoch, IReadOnlyList<string> columns)
        where TRow : ITableRow<TRow>
    {
        var kept = new List<TRow>();
        if (epoch < 0 || CompleteLines(path).Length == 0) return kept;
        RequireHeader<TRow>(path, columns);
        foreach (var row in Rows<TRow>(path))
        {
            if (row.Epoch > epoch) break;
            kept.Add(row);
            // Beyond this row anything may stand: whatever a crash left there is dropped, not judged.
            if (row.Epoch == epoch) break;
        }

        return kept;
    }

    private static string[] ReadHeader<TRow>(string path, CsvReader csv)
        where TRow : ITableRow<TRow>
    {
        var found = Next(path, csv) ? csv.Current.ToArray() : [];
        if (!found.SequenceEqual(TRow.Columns) && !found.SequenceEqual([.. TRow.Columns, .. TRow.OptionalColumns]))
            throw WrongHeader(path, found, TRow.Columns);
        return found;
    }

    private static void RequireHeader<TRow>(string path, IReadOnlyList<string> columns)
        where TRow : ITableRow<TRow>
    {
        using var csv = CsvReader.Create(CompleteLines(path), TableText.Reading);
        var found = ReadHeader<TRow>(path, csv);
        if (!found.SequenceEqual(columns)) throw WrongHeader(path, found, columns);
    }

    private static DataFileException WrongHeader(string path, string[] found, IReadOnlyList<string> expected) =>
        TableCodes.Header(path,
            $"the header is \"{string.Join(',', found)}\"; expected \"{string.Join(',', expected)}\"");

    private static bool Next(string path, CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException cause)
        {
            throw TableCodes.Row(path, cause.LineNumber, "not a line of CSV", cause);
        }
    }

    private static ReadOnlyMemory<byte> CompleteLines(string path)
    {
        // Whoever writes the file may go on doing so, also where sharing is enforced.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var all = bytes.ToArray();
        return all.AsMemory(0, Array.LastIndexOf(all, (byte)'\n') + 1);
    }
}
