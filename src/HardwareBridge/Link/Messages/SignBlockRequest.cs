namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>At most one pulse at each cell of a block.</summary>
/// <param name="Waveform">Number.</param>
/// <param name="Hash">Of the waveform.</param>
/// <param name="Row">First row.</param>
/// <param name="Column">First column.</param>
/// <param name="Rows">1 .. 8.</param>
/// <param name="Columns">1 .. 255.</param>
/// <param name="Signs">Two bits a cell, row-major, first cell in the lowest bits.</param>
public sealed record SignBlockRequest(
    byte Waveform, ushort Hash, ushort Row, ushort Column, byte Rows, byte Columns,
    IReadOnlyList<byte> Signs) : ILinkMessage<SignBlockRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U8(Waveform).U16(Hash).U16(Row).U16(Column).U8(Rows).U8(Columns)
            .Each(Signs, (each, value) => each.U8(value));

    /// <inheritdoc/>
    public static SignBlockRequest Read(ref PayloadReader reader) =>
        new(
            reader.U8(), reader.U16(), reader.U16(), reader.U16(), reader.U8(), reader.U8(),
            reader.Bytes(reader.Left).ToArray());
}
