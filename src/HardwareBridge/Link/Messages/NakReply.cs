namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Why a command was refused.</summary>
/// <param name="Reason">See <see cref="NakReason"/>.</param>
/// <param name="Value">As the reason says, else the limit that refused, or 0.</param>
public sealed record NakReply(byte Reason, uint Value) : ILinkMessage<NakReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.U8(Reason).U32(Value);

    /// <inheritdoc/>
    public static NakReply Read(ref PayloadReader reader) => new(reader.U8(), reader.U32());
}
