namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Conductances of a block.</summary>
/// <param name="Unit">Siemens of one count.</param>
/// <param name="Counts">One a cell, row-major; 65,535 is beyond the range.</param>
public sealed record ReadBlockReply(float Unit, IReadOnlyList<ushort> Counts) : ILinkMessage<ReadBlockReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.F32(Unit).Each(Counts, (each, value) => each.U16(value));

    /// <inheritdoc/>
    public static ReadBlockReply Read(ref PayloadReader reader) => new(reader.F32(), CountsOf(ref reader));

    private static ushort[] CountsOf(ref PayloadReader reader)
    {
        var entries = new ushort[reader.Entries(sizeof(ushort))];
        for (var k = 0; k < entries.Length; k++) entries[k] = reader.U16();
        return entries;
    }
}
