using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>
/// The append-only record of every command that fires pulses. An intent is on the disk before <see cref="Append"/>
/// returns; an outcome may reach it with the next one, for without it the board is asked. One writer; many may read.
/// </summary>
public sealed class PulseJournal : IDisposable
{
    private readonly JournalFile? _file;
    private readonly TimeProvider _time;

    private PulseJournal(JournalFile? file, JournalState state, TimeProvider time) =>
        (_file, State, _time) = (file, state, time);

    /// <summary>What the records come to.</summary>
    public JournalState State { get; }

    /// <summary>Bytes of a torn last record that were cut off when it was opened.</summary>
    public int Torn { get; private init; }

    /// <summary>Whether what is fired now is the plan.</summary>
    public bool InPlan { get; set; }

    /// <summary>Opens a journal to go on with it, or starts one.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="BoardException">It is damaged, in use or cannot be written: CBS1309.</exception>
    public static PulseJournal Open(string file, TimeProvider time)
    {
        var writer = JournalFile.Open(file);
        try
        {
            var contents = JournalContents.Parse(file, writer.ReadAll());
            writer.GoTo(contents.Length);
            return new PulseJournal(writer, contents.State, time) { Torn = contents.Torn };
        }
        catch (BoardException)
        {
            writer.Abandon();
            throw;
        }
    }

    /// <summary>A journal that is forgotten with the program: for emulated boards, and for trials.</summary>
    public static PulseJournal InMemory(TimeProvider time) => new(null, new JournalState(), time);

    /// <summary>Writes a record down.</summary>
    /// <exception cref="BoardException">The disk does not take it, or it does not fit what went before: CBS1309.</exception>
    public void Append(JournalRecord record)
    {
        var stamped = record with { Utc = _time.GetUtcNow(), MonotonicNs = Nanoseconds() };
        if (InPlan && stamped is IntentRecord intent) stamped = intent with { Planned = true };
        if (State.Apply(stamped) is { } wrong) throw new BoardException("CBS1309", $"the journal refuses a record: {wrong}");
        _file?.Append(JournalLine.Write(stamped), isDurable: record is not OutcomeRecord);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private long Nanoseconds() => (long)(_time.GetTimestamp() * (1e9 / _time.TimestampFrequency));
}
