using System.Buffers.Binary;

namespace CrossbarSim.Experiments.Results;

/// <summary>The first bytes of an HDF5 file: enough to tell another format, or a file that was cut off.</summary>
/// <remarks>HDF5 File Format Specification 3.0, section II.A: superblock versions 0 to 3.</remarks>
internal static class H5Signature
{
    private const int SuperblockBytes = 64;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>What keeps the stream from being a whole HDF5 file, or null.</summary>
    public static string? Problem(Stream stream)
    {
        var superblock = new byte[SuperblockBytes];
        if (!Find(stream, superblock)) return "not an HDF5 file: its signature is missing";
        var claimed = ClaimedLength(superblock);
        return claimed > (ulong)stream.Length
            ? $"cut off: it has {stream.Length} bytes, and should have {claimed}"
            : null;
    }

    // A user block (MATLAB's has 512 bytes) puts the signature at 512, 1024, 2048, ...
    private static bool Find(Stream stream, byte[] superblock)
    {
        for (var offset = 0L; offset + Signature.Length <= stream.Length; offset = Math.Max(512, 2 * offset))
        {
            Array.Clear(superblock);
            stream.Position = offset;
            stream.ReadAtLeast(superblock, superblock.Length, throwOnEndOfStream: false);
            if (superblock.AsSpan().StartsWith(Signature)) return true;
        }

        return false;
    }

    private static ulong ClaimedLength(byte[] superblock)
    {
        var (widthAt, endAt) = superblock[8] switch
        {
            0 => (13, 40),
            1 => (13, 44),
            _ => (9, 28),
        };
        // Other widths of addresses are legal and rare; the library judges them.
        return superblock[widthAt] == sizeof(ulong)
            ? BinaryPrimitives.ReadUInt64LittleEndian(superblock.AsSpan(endAt))
            : 0;
    }
}
