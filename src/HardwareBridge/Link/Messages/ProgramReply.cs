namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>How write-verify went.</summary>
/// <param name="Stop">Stop reason.</param>
/// <param name="UpTotal">Rising pulses since boot.</param>
/// <param name="DownTotal">Falling pulses since boot.</param>
/// <param name="Cells">In the order of the request.</param>
public sealed record ProgramReply(
    byte Stop, uint UpTotal, uint DownTotal, IReadOnlyList<ProgramReplyEntry> Cells) : ILinkMessage<ProgramReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U8(Stop).U32(UpTotal).U32(DownTotal).Each(Cells, (each, entry) => entry.Write(each));

    /// <inheritdoc/>
    public static ProgramReply Read(ref PayloadReader reader) =>
        new(reader.U8(), reader.U32(), reader.U32(), CellsOf(ref reader));

    private static ProgramReplyEntry[] CellsOf(ref PayloadReader reader)
    {
        var entries = new ProgramReplyEntry[reader.Entries(ProgramReplyEntry.Bytes)];
        for (var k = 0; k < entries.Length; k++) entries[k] = ProgramReplyEntry.Read(ref reader);
        return entries;
    }
}
