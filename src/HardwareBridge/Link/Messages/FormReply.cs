namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>How forming went.</summary>
/// <param name="Stop">Stop reason.</param>
/// <param name="Pulses">Fired.</param>
/// <param name="Voltage">Millivolts of the last pulse.</param>
/// <param name="Reading">Counts.</param>
/// <param name="UpTotal">Rising pulses since boot.</param>
/// <param name="DownTotal">Falling pulses since boot.</param>
public sealed record FormReply(
    byte Stop, ushort Pulses, short Voltage, ushort Reading, uint UpTotal, uint DownTotal) : ILinkMessage<FormReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U8(Stop).U16(Pulses).I16(Voltage).U16(Reading).U32(UpTotal).U32(DownTotal);

    /// <inheritdoc/>
    public static FormReply Read(ref PayloadReader reader) =>
        new(reader.U8(), reader.U16(), reader.I16(), reader.U16(), reader.U32(), reader.U32());
}
