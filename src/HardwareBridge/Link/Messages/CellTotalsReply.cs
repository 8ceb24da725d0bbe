namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Pulses of every cell since boot.</summary>
/// <param name="Cells">Row-major.</param>
public sealed record CellTotalsReply(IReadOnlyList<CellTotalsEntry> Cells) : ILinkMessage<CellTotalsReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.Each(Cells, (each, entry) => entry.Write(each));

    /// <inheritdoc/>
    public static CellTotalsReply Read(ref PayloadReader reader) => new(CellsOf(ref reader));

    private static CellTotalsEntry[] CellsOf(ref PayloadReader reader)
    {
        var entries = new CellTotalsEntry[reader.Entries(CellTotalsEntry.Bytes)];
        for (var k = 0; k < entries.Length; k++) entries[k] = CellTotalsEntry.Read(ref reader);
        return entries;
    }
}
