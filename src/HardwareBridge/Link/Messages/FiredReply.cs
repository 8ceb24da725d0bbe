namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>What was fired.</summary>
/// <param name="Up">Rising pulses.</param>
/// <param name="Down">Falling pulses.</param>
/// <param name="Stop">Stop reason.</param>
/// <param name="UpTotal">Rising pulses since boot.</param>
/// <param name="DownTotal">Falling pulses since boot.</param>
public sealed record FiredReply(
    ushort Up, ushort Down, byte Stop, uint UpTotal, uint DownTotal) : ILinkMessage<FiredReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.U16(Up).U16(Down).U8(Stop).U32(UpTotal).U32(DownTotal);

    /// <inheritdoc/>
    public static FiredReply Read(ref PayloadReader reader) =>
        new(reader.U16(), reader.U16(), reader.U8(), reader.U32(), reader.U32());
}
