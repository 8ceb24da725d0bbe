using CsvHelper;

namespace CrossbarSim.Experiments.Results;

/// <summary>The one dialect of CSV that a run is written in.</summary>
internal static class TableText
{
    /// <summary>How tables are read: every irregularity is told, none is mended.</summary>
    public static CsvReaderOptions Reading { get; } = new()
    {
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        // A quote in a line that was cut off must not swallow the lines after it.
        AllowLineBreaksInQuotes = false,
    };

    private static CsvWriterOptions Writing { get; } = new() { NewLine = "\n" };

    /// <summary>Lines as UTF-8, each with its line feed.</summary>
    public static byte[] Lines(IEnumerable<IEnumerable<string>> lines)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, Writing, leaveOpen: true))
        {
            foreach (var line in lines) csv.WriteRecord(line.ToArray());
        }

        return bytes.ToArray();
    }
}
