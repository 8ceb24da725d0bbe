using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace CrossbarSim.Simulator.Downloads;

/// <summary>Compares the content of a file with what is known of it.</summary>
internal static class ContentCheck
{
    private const int BufferBytes = 1 << 16;
    private const int MagicBytes = 4;

    /// <summary>Reads a file on the disk.</summary>
    /// <param name="path">The file; compressed where its name ends in .gz.</param>
    /// <param name="expected">What it should be.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? File(string path, DataFile expected)
    {
        using var bytes = System.IO.File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? Packed(bytes, Stream.Null, expected)
            : Copy(bytes, Stream.Null, expected);
    }

    /// <summary>Decompresses, looking at every byte on its way.</summary>
    /// <param name="gzip">The compressed content.</param>
    /// <param name="target">Where the content goes.</param>
    /// <param name="expected">What it should be.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? Packed(Stream gzip, Stream target, DataFile expected)
    {
        using var content = new GZipStream(gzip, CompressionMode.Decompress, leaveOpen: true);
        try
        {
            return Copy(content, target, expected);
        }
        catch (InvalidDataException)
        {
            return "not a gzip file, or a damaged one";
        }
    }

    private static string? Copy(Stream content, Stream target, DataFile expected)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        var (length, magic) = (0L, 0u);
        int read;
        while ((read = content.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0)
        {
            if (length == 0 && read >= MagicBytes) magic = BinaryPrimitives.ReadUInt32BigEndian(buffer);
            length += read;
            // A gzip of a few bytes can swell to fill a disk.
            if (length > expected.Bytes) return $"more than the {expected.Bytes} bytes expected";
            hash.AppendData(buffer, 0, read);
            target.Write(buffer, 0, read);
        }

        return Judge(length, magic, Convert.ToHexStringLower(hash.GetHashAndReset()), expected);
    }

    private static string? Judge(long length, uint magic, string sha256, DataFile expected)
    {
        if (length != expected.Bytes) return $"{length} bytes, {expected.Bytes} expected";
        if (magic != expected.Magic) return $"magic number {magic}, {expected.Magic} expected";
        return expected.Sha256 is { } sum && sum != sha256 ? $"SHA-256 {sha256}, {sum} expected" : null;
    }
}
