namespace CrossbarSim.Simulator.Configuration;

/// <summary>Keys with values.</summary>
/// <param name="entries">The entries, in the order of the file; every key once.</param>
/// <param name="at">Where it begins.</param>
internal sealed class MappingNode(IReadOnlyList<MappingEntry> entries, Location at) : LocatedNode(at)
{
    /// <summary>The entries, in the order of the file.</summary>
    public IReadOnlyList<MappingEntry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Kind => "a mapping";

    /// <inheritdoc/>
    public override LocatedNode? Child(string name) => Entries.FirstOrDefault(e => e.Key == name)?.Value;

    /// <summary>The same mapping with one entry set anew, in its place if the key exists.</summary>
    /// <param name="entry">The entry.</param>
    public MappingNode With(MappingEntry entry)
    {
        if (Child(entry.Key) is null) return new MappingNode([.. Entries, entry], At);
        return new MappingNode([.. Entries.Select(e => e.Key == entry.Key ? entry : e)], At);
    }
}
