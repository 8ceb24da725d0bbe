using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>What stands in a journal.</summary>
/// <param name="Records">Its records, in order.</param>
/// <param name="State">What they come to.</param>
/// <param name="Length">Bytes of its whole lines.</param>
/// <param name="Torn">Bytes behind them: a record that was being written when the machine stopped.</param>
public sealed record JournalContents(IReadOnlyList<JournalRecord> Records, JournalState State, long Length, int Torn)
{
    // Only an outcome and the intent after it can be on their way to the disk at once, and neither was acted on.
    private const int MostTornLines = 2;

    /// <summary>Reads a journal.</summary>
    /// <param name="file">Its path; a missing file is an empty journal.</param>
    /// <exception cref="BoardException">It is damaged before its end, or cannot be read: CBS1309.</exception>
    public static JournalContents Read(string file)
    {
        try
        {
            return File.Exists(file) ? Parse(file, File.ReadAllBytes(file)) : new([], new JournalState(), 0, 0);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new BoardException("CBS1309", $"{file}: the journal cannot be read: {cause.Message}", cause);
        }
    }

    /// <summary>Reads the bytes of a journal.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="bytes">All of it; zeros at the end are space that was kept free.</param>
    public static JournalContents Parse(string name, ReadOnlySpan<byte> bytes)
    {
        var (records, state, length) = (new List<JournalRecord>(), new JournalState(), 0);
        bytes = bytes.TrimEnd((byte)0);
        for (var end = bytes.IndexOf((byte)'\n'); end >= 0; end = bytes[length..].IndexOf((byte)'\n'))
        {
            if (JournalLine.Read(bytes.Slice(length, end)) is not { } record) break;
            if (state.Apply(record) is { } wrong) throw Damaged(name, records.Count, wrong);
            records.Add(record);
            length += end + 1;
        }

        var torn = bytes[length..];
        if (torn.Count((byte)'\n') > MostTornLines) throw Damaged(name, records.Count, "its checksum is wrong");
        if (records.Count == 0 && !IsBeginning(torn)) throw Damaged(name, 0, "this is no journal");
        return new JournalContents(records, state, length, torn.Length);
    }

    // A first record that was being written; any other short file is somebody else's.
    private static bool IsBeginning(ReadOnlySpan<byte> torn)
    {
        var common = Math.Min(torn.Length, JournalLine.Beginning.Length);
        return torn[..common].SequenceEqual(JournalLine.Beginning[..common]);
    }

    private static BoardException Damaged(string name, int lines, string wrong) => new("CBS1309",
        FormattableString.Invariant($"{name}:{lines + 1}: the journal is damaged: {wrong}; nothing is fired with it"));
}
