using System.Buffers.Binary;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Datasets.Idx;

/// <summary>Reads IDX files: a big-endian header, then unsigned bytes.</summary>
/// <remarks>Offsets in messages and exceptions count content bytes, after decompression.</remarks>
internal static class IdxReader
{
    private const int ImagesMagic = 2051;
    private const int LabelsMagic = 2049;
    private const int WordBytes = 4;

    // No more inputs than a network may have.
    private const int MostPixels = 65_536;

    /// <summary>Reads a file of pictures.</summary>
    /// <param name="file">The file, plain or gzip.</param>
    /// <exception cref="DataFileException">The file is damaged.</exception>
    public static IdxImages ReadImages(string file)
    {
        using var source = IdxSource.Open(file);
        var header = ReadHeader(source, ImagesMagic, ["pictures", "rows", "columns"]);
        var (count, rows, columns) = (header[0], header[1], header[2]);
        // Rows and columns are at most 2^31 - 1 each: their product fits into 64 bits.
        if (rows * columns > MostPixels)
            throw Absurd(source, 2 * WordBytes,
                $"pictures of {rows} x {columns} pixels (content bytes 8 .. 15): at most {MostPixels} are allowed");
        if (count * rows * columns > Array.MaxLength)
            throw Absurd(source, WordBytes,
                $"{count} pictures of {rows} x {columns} pixels (content bytes 4 .. 15): "
                + $"at most {Array.MaxLength} bytes are allowed");
        var pixels = ReadContent(source, (int)(count * rows * columns));
        return new IdxImages((int)count, (int)rows, (int)columns, pixels);
    }

    /// <summary>Reads a file of labels.</summary>
    /// <param name="file">The file, plain or gzip.</param>
    /// <param name="classes">Number of classes; every label must be below it.</param>
    /// <returns>The labels.</returns>
    /// <exception cref="DataFileException">The file is damaged, or a label is out of range.</exception>
    public static ReadOnlyMemory<byte> ReadLabels(string file, int classes)
    {
        using var source = IdxSource.Open(file);
        var count = ReadHeader(source, LabelsMagic, ["labels"])[0];
        if (count > Array.MaxLength)
            throw Absurd(source, WordBytes,
                $"{count} labels (content bytes 4 .. 7): at most {Array.MaxLength} are allowed");
        var start = source.Position;
        var labels = ReadContent(source, (int)count);
        for (var i = 0; i < labels.Length; i++)
            if (labels[i] >= classes)
                throw new DataFileException("CBS0409", file, start + i,
                    $"label {labels[i]} (sample {i}, content byte {start + i}): "
                    + $"{classes} classes allow 0 .. {classes - 1}");
        return labels;
    }

    private static long[] ReadHeader(IdxSource source, int magic, string[] dimensions)
    {
        var found = ReadWord(source, "the magic number");
        if (found != magic)
            throw new DataFileException("CBS0404", source.File, 0,
                $"not an IDX file of {dimensions[0]}: magic number {found} (0x{found:X8}, content bytes 0 .. 3), "
                + $"expected {magic} (0x{magic:X8})");
        return [.. dimensions.Select(name => ReadDimension(source, name))];
    }

    private static long ReadDimension(IdxSource source, string name)
    {
        var start = source.Position;
        var value = ReadWord(source, $"the number of {name}");
        if (value is < 1 or > int.MaxValue)
            throw Absurd(source, start,
                $"{value} {name} (content bytes {start} .. {start + WordBytes - 1}): 1 .. {int.MaxValue} are allowed");
        return value;
    }

    private static uint ReadWord(IdxSource source, string what)
    {
        Span<byte> word = stackalloc byte[WordBytes];
        var start = source.Position;
        if (source.Fill(word) < WordBytes)
            throw Truncated(source, $"within {what}, which takes content bytes {start} .. {start + WordBytes - 1}");
        return BinaryPrimitives.ReadUInt32BigEndian(word);
    }

    private static byte[] ReadContent(IdxSource source, int expected)
    {
        var start = source.Position;
        var content = ReadAtMost(source, expected);
        if (content.Length < expected)
            throw Truncated(source,
                $"{content.Length} of the {expected} bytes that the header announces after byte {start}");
        if (source.Fill(stackalloc byte[1]) > 0)
            throw new DataFileException("CBS0406", source.File, start + expected,
                $"bytes from content byte {start + expected} on, where the header announces the end");
        source.CheckEnd();
        return content;
    }

    // Memory grows with what is really there: a header may claim anything.
    private static byte[] ReadAtMost(IdxSource source, int expected)
    {
        var content = new byte[(int)Math.Min(expected, 4096 + 16 * source.FileBytes)];
        var length = source.Fill(content);
        while (length == content.Length && length < expected)
        {
            Array.Resize(ref content, (int)Math.Min(expected, 2L * length));
            length += source.Fill(content.AsSpan(length));
        }

        Array.Resize(ref content, length);
        return content;
    }

    private static DataFileException Truncated(IdxSource source, string where)
    {
        // Where the gzip itself was cut, that is the cause, and the short content only follows from it.
        source.CheckEnd();
        return new DataFileException("CBS0405", source.File, source.Position,
            $"the content ends at byte {source.Position}: {where}");
    }

    private static DataFileException Absurd(IdxSource source, long position, string message) =>
        new("CBS0407", source.File, position, message);
}
