using System.Buffers.Binary;
using System.IO.Compression;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Datasets.Idx;

/// <summary>The content of a plain or gzip file, read once from start to end.</summary>
internal sealed class IdxSource : IDisposable
{
    /// <summary>How the name of a compressed file ends.</summary>
    public const string GzipEnding = ".gz";

    // Header (10 bytes), the shortest deflate block (2), checksum and length (4 each).
    private const int ShortestGzip = 20;

    private readonly FileStream _bytes;
    private readonly Stream _content;

    private IdxSource(FileStream bytes)
    {
        _bytes = bytes;
        IsGzip = bytes.Name.EndsWith(GzipEnding, StringComparison.OrdinalIgnoreCase);
        _content = IsGzip ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        FileBytes = bytes.Length;
    }

    /// <summary>The file.</summary>
    public string File => _bytes.Name;

    /// <summary>Whether the file is compressed.</summary>
    public bool IsGzip { get; }

    /// <summary>Length of the file as it lies on the disk, in bytes.</summary>
    public long FileBytes { get; }

    /// <summary>Content bytes read so far (decompressed).</summary>
    public long Position { get; private set; }

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file; compressed where its name ends in .gz.</param>
    /// <exception cref="DataFileException">The file cannot be opened.</exception>
    public static IdxSource Open(string file)
    {
        try
        {
            return new IdxSource(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException("CBS0410", file, null, $"cannot be opened: {failure.Message}", failure);
        }
    }

    /// <summary>Reads until the target is full or the content ends.</summary>
    /// <param name="target">Where the bytes go.</param>
    /// <returns>How many were read.</returns>
    /// <exception cref="DataFileException">The gzip is corrupt, or the file cannot be read.</exception>
    public int Fill(Span<byte> target)
    {
        try
        {
            var read = _content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
            Position += read;
            return read;
        }
        catch (InvalidDataException failure)
        {
            throw new DataFileException("CBS0403", File, _bytes.Position,
                $"the gzip is corrupt: damage at or before byte {_bytes.Position} of the {FileBytes} compressed bytes, "
                + "or not a gzip file at all",
                failure);
        }
        catch (IOException failure)
        {
            throw new DataFileException("CBS0410", File, Position, $"cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>Checks, once the content has ended, that the gzip has ended too.</summary>
    /// <exception cref="DataFileException">The gzip was cut off, or other bytes follow it.</exception>
    /// <remarks>
    /// .NET reads a gzip that was cut off as one that simply ends. Its last four bytes, the length of the
    /// content, tell the two apart.
    /// </remarks>
    public void CheckEnd()
    {
        if (!IsGzip) return;
        if (FileBytes < ShortestGzip)
            throw CutOff($"only {FileBytes} bytes, the shortest gzip has {ShortestGzip}");
        var announced = AnnouncedLength();
        if (announced != (uint)Position)
            throw CutOff(
                $"the last 4 bytes announce a content of {announced} bytes (modulo 2^32), {Position} were found");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _content.Dispose();
        _bytes.Dispose();
    }

    private DataFileException CutOff(string why) => new("CBS0402", File, FileBytes,
        $"the gzip does not end at compressed byte {FileBytes}: it was cut off, or other bytes follow it ({why})");

    private uint AnnouncedLength()
    {
        Span<byte> length = stackalloc byte[4];
        _bytes.Seek(-length.Length, SeekOrigin.End);
        _bytes.ReadExactly(length);
        return BinaryPrimitives.ReadUInt32LittleEndian(length);
    }
}
