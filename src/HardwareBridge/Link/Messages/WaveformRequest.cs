namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>The pulses of both directions.</summary>
/// <param name="Id">Number, 0 .. 3.</param>
/// <param name="UpVoltage">Millivolts.</param>
/// <param name="UpWidth">10 ns.</param>
/// <param name="DownVoltage">Millivolts.</param>
/// <param name="DownWidth">10 ns.</param>
/// <param name="Compliance">Microamperes; 0 where the board has none.</param>
/// <param name="Gap">Microseconds between pulses.</param>
public sealed record WaveformRequest(
    byte Id, short UpVoltage, uint UpWidth, short DownVoltage, uint DownWidth, ushort Compliance,
    ushort Gap) : ILinkMessage<WaveformRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U8(Id).I16(UpVoltage).U32(UpWidth).I16(DownVoltage).U32(DownWidth).U16(Compliance).U16(Gap);

    /// <inheritdoc/>
    public static WaveformRequest Read(ref PayloadReader reader) =>
        new(reader.U8(), reader.I16(), reader.U32(), reader.I16(), reader.U32(), reader.U16(), reader.U16());
}
