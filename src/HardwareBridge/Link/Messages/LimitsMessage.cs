namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Limits, asked for and answered; 0 leaves one as it is.</summary>
/// <param name="RiseVoltage">Millivolts of a positive pulse.</param>
/// <param name="FallVoltage">Millivolts of a negative pulse, its magnitude.</param>
/// <param name="LeastWidth">Shortest pulse, 10 ns.</param>
/// <param name="MostWidth">Longest pulse, 10 ns.</param>
/// <param name="Energy">Picojoules of one pulse.</param>
/// <param name="Compliance">Microamperes.</param>
/// <param name="PulsesPerCall">Pulses of one command.</param>
/// <param name="PulsesPerSecond">Pulses a second over all cells.</param>
/// <param name="PulsesPerCell">Pulses of a cell since boot.</param>
/// <param name="TotalPulses">Pulses since boot.</param>
/// <param name="ReadVoltage">Millivolts, magnitude.</param>
/// <param name="ReadsPerSecond">Cells times samples, a second.</param>
public sealed record LimitsMessage(
    ushort RiseVoltage, ushort FallVoltage, uint LeastWidth, uint MostWidth, uint Energy, ushort Compliance,
    ushort PulsesPerCall, uint PulsesPerSecond, uint PulsesPerCell, uint TotalPulses, ushort ReadVoltage,
    uint ReadsPerSecond) : ILinkMessage<LimitsMessage>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U16(RiseVoltage).U16(FallVoltage).U32(LeastWidth).U32(MostWidth).U32(Energy).U16(Compliance)
            .U16(PulsesPerCall).U32(PulsesPerSecond).U32(PulsesPerCell).U32(TotalPulses).U16(ReadVoltage)
            .U32(ReadsPerSecond);

    /// <inheritdoc/>
    public static LimitsMessage Read(ref PayloadReader reader) =>
        new(
            reader.U16(), reader.U16(), reader.U32(), reader.U32(), reader.U32(), reader.U16(), reader.U16(),
            reader.U32(), reader.U32(), reader.U32(), reader.U16(), reader.U32());
}
