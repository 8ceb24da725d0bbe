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
        CheckHeader<TRow>(path, csv);
        var last = -1;
        while (Next(path, csv))
        {
            var row = TRow.Parse(new TableFields(path, csv.LineNumber, TRow.Columns, csv.Current.ToArray()));
            if (row.Epoch <= last)
                throw TableCodes.Row(path, csv.LineNumber, $"epoch {row.Epoch} follows epoch {last}");
            last = row.Epoch;
            yield return row;
        }
    }

    /// <summary>The rows up to an epoch; what follows it is not even looked at.</summary>
    public static List<TRow> UpTo<TRow>(string path, int epoch)
        where TRow : ITableRow<TRow>
    {
        var kept = new List<TRow>();
        if (epoch < 0 || CompleteLines(path).Length == 0) return kept;
        foreach (var row in Rows<TRow>(path))
        {
            if (row.Epoch > epoch) break;
            kept.Add(row);
            // Beyond this row anything may stand: whatever a crash left there is dropped, not judged.
            if (row.Epoch == epoch) break;
        }

        return kept;
    }

    private static void CheckHeader<TRow>(string path, CsvReader csv)
        where TRow : ITableRow<TRow>
    {
        var found = Next(path, csv) ? csv.Current.ToArray() : [];
        if (!found.SequenceEqual(TRow.Columns))
            throw TableCodes.Header(path,
                $"the header is \"{string.Join(',', found)}\"; expected \"{string.Join(',', TRow.Columns)}\"");
    }

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
