namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Word lines to drive and bit lines to measure.</summary>
/// <param name="Row">First row.</param>
/// <param name="Column">First column.</param>
/// <param name="Columns">1 .. 60.</param>
/// <param name="Samples">Readings that are averaged, 1 .. 256.</param>
/// <param name="Voltages">Millivolts, one a row, at most 112.</param>
public sealed record VectorReadRequest(
    ushort Row, ushort Column, byte Columns, ushort Samples,
    IReadOnlyList<short> Voltages) : ILinkMessage<VectorReadRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U16(Row).U16(Column).U8(Columns).U16(Samples).Each(Voltages, (each, value) => each.I16(value));

    /// <inheritdoc/>
    public static VectorReadRequest Read(ref PayloadReader reader) =>
        new(reader.U16(), reader.U16(), reader.U8(), reader.U16(), VoltagesOf(ref reader));

    private static short[] VoltagesOf(ref PayloadReader reader)
    {
        var entries = new short[reader.Entries(sizeof(short))];
        for (var k = 0; k < entries.Length; k++) entries[k] = reader.I16();
        return entries;
    }
}
