namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Messages as bytes, and back.</summary>
public static class LinkPayload
{
    /// <summary>The bytes of a message.</summary>
    public static byte[] Encode<T>(T message)
        where T : class, ILinkMessage<T>
    {
        var writer = new PayloadWriter();
        message.Write(writer);
        return writer.ToArray();
    }

    /// <summary>Reads a message.</summary>
    /// <returns>The message; null where the size is wrong.</returns>
    public static T? Decode<T>(ReadOnlySpan<byte> payload)
        where T : class, ILinkMessage<T>
    {
        var reader = new PayloadReader(payload);
        var message = T.Read(ref reader);
        return reader.IsWhole ? message : null;
    }
}
