using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Images;

/// <summary>Tells pictures that are read from those that are not, by their first bytes; names mean nothing.</summary>
internal static class ImageSignature
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static readonly (byte[] Start, string Name)[] Others =
    [
        ("GIF8"u8.ToArray(), "a GIF picture"), ("RIFF"u8.ToArray(), "a WebP picture or another RIFF file"),
        ("II*\0"u8.ToArray(), "a TIFF picture"), ("MM\0*"u8.ToArray(), "a TIFF picture"),
        ("%PDF"u8.ToArray(), "a PDF document"), ("<svg"u8.ToArray(), "an SVG picture"),
        ("<?xml"u8.ToArray(), "an XML file"), ([0x1F, 0x8B], "compressed with gzip"), ("PK"u8.ToArray(), "a ZIP archive"),
    ];

    /// <summary>Refuses what is not PNG, BMP or JPEG, and a JPEG file without its end.</summary>
    /// <param name="path">The file.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="DataFileException">The file is none of them (CBS0602) or cut off (CBS0604).</exception>
    public static void Check(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Png) || bytes.StartsWith("BM"u8)) return;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            // The decoder fills what is missing of a JPEG with grey; only the marker at its end tells.
            if (JpegMarkers.HasEnd(bytes)) return;
            throw new DataFileException("CBS0604", path, bytes.Length, "the file is cut off: the end marker of JPEG is missing");
        }

        throw new DataFileException("CBS0602", path, null, $"{Name(bytes)}; PNG, BMP and JPEG pictures are read");
    }

    private static string Name(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return "the file is empty";
        foreach (var (start, name) in Others)
            if (bytes.StartsWith(start)) return $"the file is {name}";
        return bytes.Length > 8 && bytes[4..8].SequenceEqual("ftyp"u8)
            ? "the file is a HEIC or AVIF picture or a film"
            : "not a picture";
    }
}
