namespace CrossbarSim.Experiments.Results;

/// <summary>Creates, resumes and reads the tables of a run: <c>epochs.csv</c> and <c>timing.csv</c>.</summary>
/// <remarks>
/// UTF-8 without byte order mark, line feeds, invariant culture, numbers that read back to the same bits. A
/// line is complete with its line feed: a last one without it was cut off, and is not a row.
/// </remarks>
public static class RunTable
{
    /// <summary>Creates a table that holds its header only.</summary>
    /// <typeparam name="TRow">Kind of row.</typeparam>
    /// <param name="path">The file, which does not exist.</param>
    /// <exception cref="IOException">The file exists, or cannot be written.</exception>
    public static RunTable<TRow> Create<TRow>(string path)
        where TRow : ITableRow<TRow>
    {
        if (File.Exists(path)) throw new IOException($"{path} exists");
        return Rewrite<TRow>(path, [], TRow.Columns);
    }

    /// <summary>
    /// Opens a table to go on from a checkpoint: keeps the rows up to its epoch and drops what follows,
    /// also a line cut off. A missing table is created.
    /// </summary>
    /// <typeparam name="TRow">Kind of row.</typeparam>
    /// <param name="path">The file.</param>
    /// <param name="epoch">Epoch of the checkpoint; -1 keeps no row.</param>
    /// <param name="withOptional">Whether the table has the optional columns too.</param>
    /// <exception cref="Core.Problems.DataFileException">
    /// A row up to that epoch is damaged, or the table that is there has other columns.
    /// </exception>
    public static RunTable<TRow> Resume<TRow>(string path, int epoch, bool withOptional = false)
        where TRow : ITableRow<TRow>
    {
        IReadOnlyList<string> columns = withOptional ? [.. TRow.Columns, .. TRow.OptionalColumns] : TRow.Columns;
        return Rewrite(path, File.Exists(path) ? TableReader.UpTo<TRow>(path, epoch, columns) : [], columns);
    }

    /// <summary>Reads a table, also one that is being written.</summary>
    /// <typeparam name="TRow">Kind of row.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="Core.Problems.DataFileException">The header or a row is not as it should be.</exception>
    public static IReadOnlyList<TRow> Read<TRow>(string path)
        where TRow : ITableRow<TRow> =>
        [.. TableReader.Rows<TRow>(path)];

    private static RunTable<TRow> Rewrite<TRow>(string path, List<TRow> rows, IReadOnlyList<string> columns)
        where TRow : ITableRow<TRow>
    {
        AtomicFile.Write(path, file => file.Write(
            TableText.Lines([columns, .. rows.Select(row => row.Fields().Take(columns.Count))])));
        return new RunTable<TRow>(path, rows, columns.Count);
    }
}
