using System.Buffers.Binary;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>One frame of the protocol.</summary>
/// <param name="Type">Message type, as on the wire.</param>
/// <param name="Nonce">Boot nonce.</param>
/// <param name="Sequence">Sequence number.</param>
/// <param name="Payload">At most <see cref="LinkProtocol.MostPayload"/> bytes.</param>
public sealed record LinkFrame(byte Type, ushort Nonce, ushort Sequence, ReadOnlyMemory<byte> Payload)
{
    private const int LengthAt = LinkProtocol.HeaderBytes - 1;

    /// <summary>Whether it answers a command.</summary>
    /// <param name="request">The command.</param>
    public bool IsReplyTo(LinkFrame request) =>
        Sequence == request.Sequence && Type == (request.Type | LinkProtocol.ReplyFlag)
        && (Nonce == request.Nonce || request.Type == (byte)MessageType.Hello);

    /// <summary>The bytes to send: stuffed, with the delimiter.</summary>
    public byte[] Encode()
    {
        var raw = new byte[LinkProtocol.HeaderBytes + Payload.Length + LinkProtocol.TrailerBytes];
        (raw[0], raw[1], raw[LengthAt]) = (LinkProtocol.Version, Type, checked((byte)Payload.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(raw.AsSpan(2), Nonce);
        BinaryPrimitives.WriteUInt16LittleEndian(raw.AsSpan(4), Sequence);
        Payload.Span.CopyTo(raw.AsSpan(LinkProtocol.HeaderBytes));
        var end = raw.Length - LinkProtocol.TrailerBytes;
        BinaryPrimitives.WriteUInt16LittleEndian(raw.AsSpan(end), Crc16.Of(raw.AsSpan(0, end)));
        return [.. Cobs.Encode(raw), LinkProtocol.Delimiter];
    }

    /// <summary>Reads what stood between two delimiters.</summary>
    /// <returns>The frame; null where stuffing, version, length or checksum are wrong.</returns>
    public static LinkFrame? Decode(ReadOnlySpan<byte> encoded)
    {
        if (Cobs.Decode(encoded) is not { Length: >= LinkProtocol.HeaderBytes + LinkProtocol.TrailerBytes } raw) return null;
        var end = raw.Length - LinkProtocol.TrailerBytes;
        if (raw[0] != LinkProtocol.Version || raw[LengthAt] != end - LinkProtocol.HeaderBytes
            || raw[LengthAt] > LinkProtocol.MostPayload
            || BinaryPrimitives.ReadUInt16LittleEndian(raw.AsSpan(end)) != Crc16.Of(raw.AsSpan(0, end))) return null;
        return new LinkFrame(raw[1], BinaryPrimitives.ReadUInt16LittleEndian(raw.AsSpan(2)),
            BinaryPrimitives.ReadUInt16LittleEndian(raw.AsSpan(4)), raw.AsMemory(LinkProtocol.HeaderBytes..end));
    }
}
