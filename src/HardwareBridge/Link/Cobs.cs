namespace CrossbarSim.HardwareBridge.Link;

/// <summary>
/// Consistent overhead byte stuffing: bytes without a 0 in them, one longer for every 254. S. Cheshire, M. Baker, IEEE/ACM
/// Transactions on Networking 7 (1999) 159, doi 10.1109/90.769765.
/// </summary>
public static class Cobs
{
    private const int LongestRun = 254;

    /// <summary>Encodes bytes.</summary>
    /// <returns>Bytes that are not 0; without a delimiter.</returns>
    public static byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        var encoded = new List<byte>(bytes.Length + bytes.Length / LongestRun + 1);
        while (true)
        {
            var run = bytes.IndexOf((byte)0);
            var length = Math.Min(run < 0 ? bytes.Length : run, LongestRun);
            encoded.Add((byte)(length + 1));
            encoded.AddRange(bytes[..length]);
            if (length == bytes.Length) return [.. encoded];

            // A full run stands for itself alone, any other for the 0 that follows it as well.
            bytes = bytes[(length == LongestRun ? length : length + 1)..];
            if (length == LongestRun && bytes.IsEmpty) return [.. encoded];
        }
    }

    /// <summary>Decodes what stood between two delimiters.</summary>
    /// <returns>The bytes; null where no encoder writes such.</returns>
    public static byte[]? Decode(ReadOnlySpan<byte> encoded)
    {
        if (encoded.IsEmpty || encoded.Contains((byte)0)) return null;
        var bytes = new List<byte>(encoded.Length);
        while (!encoded.IsEmpty)
        {
            int code = encoded[0];
            if (code > encoded.Length) return null;
            bytes.AddRange(encoded[1..code]);
            encoded = encoded[code..];
            if (code <= LongestRun && !encoded.IsEmpty) bytes.Add(0);
        }

        return [.. bytes];
    }
}
