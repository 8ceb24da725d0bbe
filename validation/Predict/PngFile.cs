using System.Buffers.Binary;
using System.IO.Compression;

namespace CrossbarSim.Validation.Predict;

/// <summary>Writes PNG files of every kind of pixel, after the PNG specification (W3C, third edition).</summary>
internal static class PngFile
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] Crcs = [.. Enumerable.Range(0, 256).Select(n => Crc((uint)n))];

    /// <summary>Kind of pixel: the number in the header.</summary>
    public enum Colour
    {
        Grey = 0,
        Rgb = 2,
        Palette = 3,
        GreyAlpha = 4,
        Rgba = 6,
    }

    /// <summary>Samples per pixel.</summary>
    public static int Samples(Colour colour) => colour switch
    {
        Colour.Rgb => 3,
        Colour.GreyAlpha => 2,
        Colour.Rgba => 4,
        _ => 1,
    };

    /// <summary>Encodes a picture.</summary>
    /// <param name="width">Pixels per row.</param>
    /// <param name="bits">Bits per sample.</param>
    /// <param name="colour">Kind of pixel.</param>
    /// <param name="samples">Samples, row-major, 0 .. 2^bits - 1.</param>
    /// <param name="palette">Red, green and blue of each index, where there is a palette.</param>
    public static byte[] Encode(int width, int bits, Colour colour, ushort[] samples, byte[]? palette = null)
    {
        var perRow = width * Samples(colour);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), samples.Length / perRow);
        (header[8], header[9]) = ((byte)bits, (byte)colour);
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, header);
        if (palette is not null) WriteChunk(file, "PLTE"u8, palette);
        WriteChunk(file, "IDAT"u8, Compress(samples.Chunk(perRow).Select(row => Pack(row, bits))));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Writes one chunk with its checksum.</summary>
    public static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        type.CopyTo(chunk.AsSpan(4));
        content.CopyTo(chunk.AsSpan(8));
        var crc = 0xFFFFFFFF;
        foreach (var value in chunk.AsSpan(4, content.Length + 4)) crc = Crcs[(crc ^ value) & 0xFF] ^ (crc >> 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(content.Length + 8), ~crc);
        file.Write(chunk);
    }

    // A filter byte of 0, then the samples, first in the high bits.
    private static byte[] Pack(ushort[] row, int bits)
    {
        var bytes = new byte[1 + (row.Length * bits + 7) / 8];
        for (var i = 0; i < row.Length; i++)
        {
            if (bits == 16) BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1 + 2 * i), row[i]);
            else bytes[1 + i * bits / 8] |= (byte)(row[i] << (8 - bits - i * bits % 8));
        }

        return bytes;
    }

    private static byte[] Compress(IEnumerable<byte[]> rows)
    {
        using var result = new MemoryStream();
        using (var zip = new ZLibStream(result, CompressionLevel.Fastest))
            foreach (var row in rows) zip.Write(row);
        return result.ToArray();
    }

    private static uint Crc(uint n)
    {
        for (var bit = 0; bit < 8; bit++) n = (n & 1) != 0 ? 0xEDB88320 ^ (n >> 1) : n >> 1;
        return n;
    }
}
