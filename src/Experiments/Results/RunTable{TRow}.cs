namespace CrossbarSim.Experiments.Results;

/// <summary>A table open for appending; each row is on the disk when <see cref="Append"/> returns.</summary>
/// <typeparam name="TRow">Kind of row.</typeparam>
public sealed class RunTable<TRow> : IDisposable
    where TRow : ITableRow<TRow>
{
    private readonly List<TRow> _rows;
    private readonly int _columns;
    private readonly FileStream _file;

    internal RunTable(string path, List<TRow> rows, int columns)
    {
        (_rows, _columns) = (rows, columns);
        // No buffer: a row is one write, so that whoever reads meanwhile sees whole rows.
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    /// <summary>All rows so far, those before a resume included.</summary>
    public IReadOnlyList<TRow> Rows => _rows;

    /// <summary>Appends a row; on failure the file is as it was.</summary>
    /// <param name="row">The row; its epoch is above the last one's.</param>
    public void Append(TRow row)
    {
        if (_rows.Count > 0) ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(row.Epoch, _rows[^1].Epoch, nameof(row));
        var before = _file.Length;
        try
        {
            _file.Write(TableText.Lines([row.Fields().Take(_columns)]));
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _file.SetLength(before);
            throw;
        }

        _rows.Add(row);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
