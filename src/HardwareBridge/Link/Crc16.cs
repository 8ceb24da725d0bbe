namespace CrossbarSim.HardwareBridge.Link;

/// <summary>CRC-16 with polynomial 0x1021 and initial value 0xFFFF, not reflected (CCITT-FALSE).</summary>
public static class Crc16
{
    private const int Polynomial = 0x1021;
    private const ushort Initial = 0xFFFF;

    private static readonly ushort[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The checksum of bytes.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        var crc = Initial;
        foreach (var value in bytes) crc = (ushort)((crc << 8) ^ Table[(crc >> 8) ^ value]);
        return crc;
    }

    private static ushort Entry(int value)
    {
        var crc = value << 8;
        for (var bit = 0; bit < 8; bit++) crc = (crc << 1) ^ ((crc & 0x8000) != 0 ? Polynomial : 0);
        return (ushort)crc;
    }
}
