using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Sweeps.Journals;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>
/// <c>results.csv</c>, <c>epochs.csv</c> and <c>timing.csv</c> of a sweep. They follow from its journals: while it runs, points
/// are appended as they finish; in the end each table is written again, sorted.
/// </summary>
public sealed class SweepTables : IDisposable
{
    /// <summary>Names of the files.</summary>
    public static IReadOnlyList<string> Names { get; } = ["results.csv", "epochs.csv", "timing.csv"];

    private readonly SweepColumns _columns;
    private readonly FileStream[] _files;

    private SweepTables(string folder, SweepColumns columns)
    {
        _columns = columns;
        _files = [.. Tables(folder, columns).Select(table =>
            new FileStream(table.Path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0))];
    }

    /// <summary>Writes the tables of the finished points, each whole or not at all, sorted by index.</summary>
    /// <param name="folder">The folder of the sweep.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="finished">The finished points.</param>
    public static void Write(string folder, SweepColumns columns, JournalIndex finished)
    {
        foreach (var (path, header, rows) in Tables(folder, columns))
            AtomicFile.Write(path, file =>
            {
                using var text = new StreamWriter(file, AtomicFile.Utf8, leaveOpen: true);
                text.Write(CsvLines.Text([header]));
                foreach (var record in finished.Sorted()) text.Write(rows(record));
            });
    }

    /// <summary>Writes the tables of the finished points, and opens them for those to come.</summary>
    /// <param name="folder">The folder of the sweep.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="finished">The finished points.</param>
    public static SweepTables Open(string folder, SweepColumns columns, JournalIndex finished)
    {
        Write(folder, columns, finished);
        return new SweepTables(folder, columns);
    }

    /// <summary>Appends points that are in a journal already: what fails here is made good by the next writing.</summary>
    /// <param name="records">The points.</param>
    public void Append(IReadOnlyList<PointRecord> records)
    {
        Func<PointRecord, string>[] rows = [_columns.Result, SweepColumns.EpochsOf, SweepColumns.TimingOf];
        foreach (var (file, row) in _files.Zip(rows))
            file.Write(AtomicFile.Utf8.GetBytes(string.Concat(records.Select(row))));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _files) file.Dispose();
    }

    private static IEnumerable<(string Path, IReadOnlyList<string> Header, Func<PointRecord, string> Rows)> Tables(
        string folder, SweepColumns columns) =>
    [
        (Path.Combine(folder, Names[0]), columns.Results, columns.Result),
        (Path.Combine(folder, Names[1]), SweepColumns.Epochs, SweepColumns.EpochsOf),
        (Path.Combine(folder, Names[2]), SweepColumns.Timing, SweepColumns.TimingOf),
    ];
}
