namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Electroforming of one cell.</summary>
/// <param name="Row">Row.</param>
/// <param name="Column">Column.</param>
/// <param name="Start">Millivolts of the first pulse.</param>
/// <param name="Step">Millivolts from pulse to pulse.</param>
/// <param name="Most">Millivolts of the last pulse.</param>
/// <param name="Width">10 ns.</param>
/// <param name="Compliance">Microamperes, not 0.</param>
/// <param name="ReadVoltage">Millivolts.</param>
/// <param name="Unit">Siemens of one count.</param>
/// <param name="Target">Counts at which it is formed.</param>
public sealed record FormRequest(
    ushort Row, ushort Column, short Start, short Step, short Most, uint Width, ushort Compliance, short ReadVoltage,
    float Unit, ushort Target) : ILinkMessage<FormRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U16(Row).U16(Column).I16(Start).I16(Step).I16(Most).U32(Width).U16(Compliance).I16(ReadVoltage)
            .F32(Unit).U16(Target);

    /// <inheritdoc/>
    public static FormRequest Read(ref PayloadReader reader) =>
        new(
            reader.U16(), reader.U16(), reader.I16(), reader.I16(), reader.I16(), reader.U32(), reader.U16(),
            reader.I16(), reader.F32(), reader.U16());
}
