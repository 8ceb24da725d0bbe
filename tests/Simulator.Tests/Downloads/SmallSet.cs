using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using CrossbarSim.Simulator.Downloads;

namespace CrossbarSim.Simulator.Tests.Downloads;

/// <summary>A public data set of two small files.</summary>
internal static class SmallSet
{
    public const string Images = "train-images-idx3-ubyte";
    public const string Labels = "train-labels-idx1-ubyte";

    private static readonly Dictionary<string, byte[]> Contents = new()
    {
        [Images] = Content(2051, 300_000),
        [Labels] = Content(2049, 1_003),
    };

    public static DataSource From(params Uri[] mirrors) => new(
        "small", 3, 5, 7, 9, mirrors, [.. Contents.Select(c => new DataFile(
            c.Key, c.Value.Length, BinaryPrimitives.ReadUInt32BigEndian(c.Value),
                Convert.ToHexStringLower(SHA256.HashData(c.Value))))]);

    public static byte[] Plain(string name) => Contents[name];

    /// <summary>The file as a mirror offers it.</summary>
    /// <param name="packed">Its name, with .gz.</param>
    /// <param name="level">Mirrors compress differently.</param>
    public static byte[] Packed(string packed, CompressionLevel level = CompressionLevel.Fastest) =>
        Gzip(Contents[packed[..^3]], level);

    public static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, level)) gzip.Write(content);
        return bytes.ToArray();
    }

    private static byte[] Content(int magic, int length)
    {
        // Half of it noise, so that the compressed file is large enough to be cut.
        var bytes = new byte[length];
        new Random(magic).NextBytes(bytes.AsSpan(0, length / 2));
        BinaryPrimitives.WriteInt32BigEndian(bytes, magic);
        return bytes;
    }
}
