using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>
/// A file of finished points that is only ever appended to. Every record carries its length and a checksum: what a kill or a
/// power cut left torn at the end is not a record, and goes when the file is opened again.
/// </summary>
/// <remarks>A record is a line <c>point INDEX IDENTITY BYTES CHECKSUM</c>, then so many bytes of text.</remarks>
public sealed class Journal : IDisposable
{
    private readonly FileStream _file;

    private Journal(FileStream file) => _file = file;

    /// <summary>Opens a journal to append to; a missing one is created, a torn record at its end is removed.</summary>
    /// <param name="path">The file; its folder exists.</param>
    public static Journal Open(string path)
    {
        var whole = File.Exists(path) ? JournalReader.Read(path).Select(place => place.End).LastOrDefault() : 0;
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            file.SetLength(whole);
            file.Seek(0, SeekOrigin.End);
            return new Journal(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends points; they are on the disk when this returns. On failure the file is as it was.</summary>
    /// <param name="records">The points.</param>
    /// <exception cref="IOException">The disk is full or the like.</exception>
    public void Append(IReadOnlyList<PointRecord> records)
    {
        var before = _file.Length;
        try
        {
            using var bytes = new MemoryStream();
            foreach (var record in records) Write(bytes, record);
            _file.Write(bytes.GetBuffer(), 0, (int)bytes.Length);
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _file.SetLength(before);
            throw;
        }
    }

    /// <summary>Writes a whole journal in one step.</summary>
    /// <param name="path">The file to create or replace; its folder exists.</param>
    /// <param name="records">The points.</param>
    public static void WriteWhole(string path, IEnumerable<PointRecord> records) => AtomicFile.Write(path, file =>
    {
        foreach (var record in records) Write(file, record);
    });

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static void Write(Stream file, PointRecord record)
    {
        var text = AtomicFile.Utf8.GetBytes(record.Text);
        file.Write(AtomicFile.Utf8.GetBytes(JournalHeader.Of(record.Index, record.Identity, text).Line));
        file.Write(text);
    }
}
