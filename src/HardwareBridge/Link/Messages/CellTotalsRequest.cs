namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>A block whose totals are asked for.</summary>
/// <param name="Row">First row.</param>
/// <param name="Column">First column.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Columns">Columns.</param>
public sealed record CellTotalsRequest(
    ushort Row, ushort Column, byte Rows, byte Columns) : ILinkMessage<CellTotalsRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.U16(Row).U16(Column).U8(Rows).U8(Columns);

    /// <inheritdoc/>
    public static CellTotalsRequest Read(ref PayloadReader reader) =>
        new(reader.U16(), reader.U16(), reader.U8(), reader.U8());
}
