using System.Buffers.Binary;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Writes the fields of a payload, little-endian. Mutable.</summary>
public sealed class PayloadWriter
{
    private readonly List<byte> _bytes = [];

    /// <summary>What was written.</summary>
    public byte[] ToArray() => [.. _bytes];

    /// <summary>Writes a u8.</summary>
    public PayloadWriter U8(int value)
    {
        _bytes.Add(checked((byte)value));
        return this;
    }

    /// <summary>Writes an i8.</summary>
    public PayloadWriter I8(int value)
    {
        _bytes.Add((byte)checked((sbyte)value));
        return this;
    }

    /// <summary>Writes a u16.</summary>
    public PayloadWriter U16(int value)
    {
        var number = checked((ushort)value);
        return Write(2, span => BinaryPrimitives.WriteUInt16LittleEndian(span, number));
    }

    /// <summary>Writes an i16.</summary>
    public PayloadWriter I16(int value)
    {
        var number = checked((short)value);
        return Write(2, span => BinaryPrimitives.WriteInt16LittleEndian(span, number));
    }

    /// <summary>Writes a u32.</summary>
    public PayloadWriter U32(uint value) => Write(4, span => BinaryPrimitives.WriteUInt32LittleEndian(span, value));

    /// <summary>Writes an i32.</summary>
    public PayloadWriter I32(int value) => Write(4, span => BinaryPrimitives.WriteInt32LittleEndian(span, value));

    /// <summary>Writes an f32.</summary>
    public PayloadWriter F32(float value) => Write(4, span => BinaryPrimitives.WriteSingleLittleEndian(span, value));

    /// <summary>Writes bytes as they are.</summary>
    public PayloadWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Writes something for every entry.</summary>
    public PayloadWriter Each<T>(IEnumerable<T> entries, Action<PayloadWriter, T> write)
    {
        foreach (var entry in entries) write(this, entry);
        return this;
    }

    private PayloadWriter Write(int size, Action<Span<byte>> write)
    {
        Span<byte> span = stackalloc byte[size];
        write(span);
        return Bytes(span);
    }
}
