using System.Buffers.Binary;

namespace CrossbarSim.Validation.Predict;

/// <summary>Writes uncompressed BMP files with a BITMAPINFOHEADER, bottom row first.</summary>
internal static class BmpFile
{
    private const int Headers = 54;

    /// <summary>Encodes a picture.</summary>
    /// <param name="width">Pixels per row.</param>
    /// <param name="bits">1, 4 or 8 (indices of a palette), 24 or 32 (grey as blue, green, red).</param>
    /// <param name="pixels">Indices or levels, row-major.</param>
    /// <param name="palette">Level of each index, where there is a palette.</param>
    public static byte[] Encode(int width, int bits, byte[] pixels, byte[]? palette = null)
    {
        var rows = pixels.Chunk(width).Select(row => Pack(row, bits)).Reverse().ToList();
        var start = Headers + 4 * (palette?.Length ?? 0);
        var file = new byte[start + rows.Sum(r => r.Length)];
        "BM"u8.CopyTo(file);
        Write(file, 2, file.Length);
        Write(file, 10, start);
        Write(file, 14, 40);
        Write(file, 18, width);
        Write(file, 22, rows.Count);
        Write(file, 26, 1 | bits << 16);
        Write(file, 46, palette?.Length ?? 0);
        for (var i = 0; i < palette?.Length; i++) file.AsSpan(Headers + 4 * i, 3).Fill(palette[i]);
        for (var r = 0; r < rows.Count; r++) rows[r].CopyTo(file, start + r * rows[r].Length);
        return file;
    }

    private static void Write(byte[] file, int at, int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);

    // Rows are filled up to whole groups of four bytes.
    private static byte[] Pack(byte[] row, int bits)
    {
        var bytes = new byte[(row.Length * bits + 31) / 32 * 4];
        for (var i = 0; i < row.Length; i++)
        {
            if (bits >= 24) bytes.AsSpan(i * bits / 8, 3).Fill(row[i]);
            else bytes[i * bits / 8] |= (byte)(row[i] << (8 - bits - i * bits % 8));
        }

        return bytes;
    }
}
