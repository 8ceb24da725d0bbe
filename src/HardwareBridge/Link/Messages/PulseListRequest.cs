namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Pulses at single cells.</summary>
/// <param name="Waveform">Number.</param>
/// <param name="Hash">Of the waveform.</param>
/// <param name="Row">Added to every entry's row.</param>
/// <param name="Column">Added to every entry's column.</param>
/// <param name="Cells">Cells and pulses.</param>
public sealed record PulseListRequest(
    byte Waveform, ushort Hash, ushort Row, ushort Column,
    IReadOnlyList<PulseListEntry> Cells) : ILinkMessage<PulseListRequest>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U8(Waveform).U16(Hash).U16(Row).U16(Column).Each(Cells, (each, entry) => entry.Write(each));

    /// <inheritdoc/>
    public static PulseListRequest Read(ref PayloadReader reader) =>
        new(reader.U8(), reader.U16(), reader.U16(), reader.U16(), CellsOf(ref reader));

    private static PulseListEntry[] CellsOf(ref PayloadReader reader)
    {
        var entries = new PulseListEntry[reader.Entries(PulseListEntry.Bytes)];
        for (var k = 0; k < entries.Length; k++) entries[k] = PulseListEntry.Read(ref reader);
        return entries;
    }
}
