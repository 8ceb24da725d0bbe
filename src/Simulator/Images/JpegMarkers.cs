using System.Buffers.Binary;

namespace CrossbarSim.Simulator.Images;

/// <summary>The markers that divide a JPEG file (ITU-T T.81, annex B).</summary>
internal static class JpegMarkers
{
    private const byte Prefix = 0xFF;
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;

    /// <summary>Whether the picture is there to its end; cameras append films and notes of their own behind it.</summary>
    /// <param name="bytes">A file that starts as JPEG does.</param>
    public static bool HasEnd(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (NextMarker(bytes, ref at) is { } marker)
        {
            if (marker == End) return true;
            if (HasLength(marker)) at += Length(bytes, at);
            if (marker == StartOfScan) at = EndOfScan(bytes, at);
        }

        return false;
    }

    // Any number of fill bytes may precede a marker.
    private static byte? NextMarker(ReadOnlySpan<byte> bytes, ref int at)
    {
        while (at < bytes.Length && bytes[at] != Prefix) at++;
        while (at < bytes.Length && bytes[at] == Prefix) at++;
        return at < bytes.Length ? bytes[at++] : null;
    }

    // A segment with its length, which might hold a small picture with an end of its own.
    private static int Length(ReadOnlySpan<byte> bytes, int at) =>
        at + 2 <= bytes.Length ? BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]) : bytes.Length - at;

    // TEM, RST0 to RST7 and SOI stand alone; 0 is no marker.
    private static bool HasLength(byte marker) => marker is not (0 or 0x01 or (>= 0xD0 and <= 0xD8));

    // In the coded data a prefix is followed by 0, or by a restart marker.
    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        for (; at + 1 < bytes.Length; at++)
            if (bytes[at] == Prefix && bytes[at + 1] is not (0 or Prefix or (>= 0xD0 and <= 0xD7)))
                return at;
        return bytes.Length;
    }
}
