namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>Currents of bit lines.</summary>
/// <param name="Unit">Amperes of one count.</param>
/// <param name="Counts">One a column.</param>
public sealed record VectorReadReply(float Unit, IReadOnlyList<int> Counts) : ILinkMessage<VectorReadReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) => writer.F32(Unit).Each(Counts, (each, value) => each.I32(value));

    /// <inheritdoc/>
    public static VectorReadReply Read(ref PayloadReader reader) => new(reader.F32(), CountsOf(ref reader));

    private static int[] CountsOf(ref PayloadReader reader)
    {
        var entries = new int[reader.Entries(sizeof(int))];
        for (var k = 0; k < entries.Length; k++) entries[k] = reader.I32();
        return entries;
    }
}
