namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>What a waveform is named by.</summary>
/// <param name="Id">As given.</param>
/// <param name="Hash">Checksum of the request's payload.</param>
public sealed record WaveformReply(byte Id, ushort Hash) : ILinkMessage<WaveformReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.U8(Id).U16(Hash);

    /// <inheritdoc/>
    public static WaveformReply Read(ref PayloadReader reader) => new(reader.U8(), reader.U16());
}
