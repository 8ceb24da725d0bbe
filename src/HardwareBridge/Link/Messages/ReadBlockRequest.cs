namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>A block to read.</summary>
/// <param name="Row">First row.</param>
/// <param name="Column">First column.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Voltage">Millivolts.</param>
/// <param name="Samples">Readings that are averaged, 1 .. 256.</param>
public sealed record ReadBlockRequest(
    ushort Row, ushort Column, byte Rows, byte Columns, short Voltage,
    ushort Samples) : ILinkMessage<ReadBlockRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U16(Row).U16(Column).U8(Rows).U8(Columns).I16(Voltage).U16(Samples);

    /// <inheritdoc/>
    public static ReadBlockRequest Read(ref PayloadReader reader) =>
        new(reader.U16(), reader.U16(), reader.U8(), reader.U8(), reader.I16(), reader.U16());
}
