using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.Simulator.Boards;

/// <summary>A command of a journal with what became of it.</summary>
/// <param name="Session">Number of the session.</param>
/// <param name="Boot">Number of the board's boot, as far as the journal has seen any.</param>
/// <param name="Intent">The command.</param>
/// <param name="Outcome">What became of it; null where nobody has asked yet.</param>
internal sealed record JournalEntry(int Session, int Boot, IntentRecord Intent, OutcomeRecord? Outcome)
{
    /// <summary>How it ended, in a word.</summary>
    public string Result => Outcome switch
    {
        null => "open",
        { Result: OutcomeResult.Done, Fired.IsDone: false } cut => cut.Fired.Stop.ToString().ToLowerInvariant(),
        { Result: OutcomeResult.Done } => "done",
        { Result: OutcomeResult.NotDone } => "not done",
        _ => "in doubt",
    };

    /// <summary>What its cells got.</summary>
    public IReadOnlyList<(Cell Cell, long Up, long Down)> Fired =>
        Outcome is { Result: OutcomeResult.Done } ? PulseAttribution.Of(Intent, Outcome) ?? [] : [];

    /// <summary>The commands of a journal.</summary>
    public static IReadOnlyList<JournalEntry> Of(IEnumerable<JournalRecord> records)
    {
        var (entries, session, boot, nonce) = (new List<JournalEntry>(), 0, 0, -1);
        foreach (var record in records)
        {
            if (record is SessionRecord begin)
            {
                if (begin.Nonce != nonce) boot++;
                (session, nonce) = (begin.Session, begin.Nonce);
            }
            else if (record is IntentRecord intent) entries.Add(new(session, boot, intent, null));
            else if (record is OutcomeRecord outcome) entries[^1] = entries[^1] with { Outcome = outcome };
        }

        return entries;
    }
}
