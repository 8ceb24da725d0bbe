namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Allows pulses.</summary>
/// <param name="Serial">Serial number of the board.</param>
/// <param name="Forming">1 allows forming as well.</param>
/// <param name="Watchdog">Milliseconds.</param>
public sealed record ArmRequest(uint Serial, byte Forming, ushort Watchdog) : ILinkMessage<ArmRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.U32(Serial).U8(Forming).U16(Watchdog);

    /// <inheritdoc/>
    public static ArmRequest Read(ref PayloadReader reader) => new(reader.U32(), reader.U8(), reader.U16());
}
