using System.Buffers.Binary;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>
/// Reads the fields of a payload, little-endian. Mutable. Behind the end every field is 0 and <see cref="IsWhole"/> is
/// false for good, so that a parser reads all its fields and asks once.
/// </summary>
/// <param name="payload">The bytes.</param>
public ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;
    private bool _failed;

    /// <summary>Whether exactly the payload was read.</summary>
    public readonly bool IsWhole => !_failed && _rest.IsEmpty;

    /// <summary>Bytes that are left.</summary>
    public readonly int Left => _failed ? 0 : _rest.Length;

    /// <summary>Reads a u8.</summary>
    public byte U8() => Bytes(1)[0];

    /// <summary>Reads an i8.</summary>
    public sbyte I8() => (sbyte)U8();

    /// <summary>Reads a u16.</summary>
    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    /// <summary>Reads an i16.</summary>
    public short I16() => BinaryPrimitives.ReadInt16LittleEndian(Bytes(2));

    /// <summary>Reads a u32.</summary>
    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    /// <summary>Reads an i32.</summary>
    public int I32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    /// <summary>Reads an f32.</summary>
    public float F32() => BinaryPrimitives.ReadSingleLittleEndian(Bytes(4));

    /// <summary>Reads bytes as they are.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (_failed || _rest.Length < count)
        {
            _failed = true;
            return new byte[count];
        }

        var bytes = _rest[..count];
        _rest = _rest[count..];
        return bytes;
    }

    /// <summary>How many entries are left; what is no whole number of them is an error.</summary>
    /// <param name="size">Bytes of an entry.</param>
    public int Entries(int size)
    {
        _failed |= _rest.Length % size != 0;
        return Left / size;
    }
}
