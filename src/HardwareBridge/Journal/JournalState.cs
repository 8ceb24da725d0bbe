using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>
/// What a journal's records come to. The same code runs while a journal is written and when it is read again, so what a
/// resumed run knows is what the interrupted one knew. Mutable.
/// </summary>
public sealed class JournalState
{
    /// <summary>The accounts of the cells.</summary>
    public CellLedger Ledger { get; } = new();

    /// <summary>The session under way, or the last.</summary>
    public SessionRecord? Session { get; private set; }

    /// <summary>The command without an outcome, if any.</summary>
    public IntentRecord? Outstanding { get; private set; }

    /// <summary>What the board of the last session has fired since its boot, as far as this journal knows.</summary>
    public BoardTotals Board { get; private set; }

    /// <summary>The last plan, if any; it may be done.</summary>
    public PlanProgress? Plan { get; private set; }

    /// <summary>Commands whose outcome nobody knows.</summary>
    public int UncertainCommands { get; private set; }

    /// <summary>Records.</summary>
    public int Records { get; private set; }

    /// <summary>Takes a record.</summary>
    /// <returns>What is wrong with it where it stands; null where nothing is.</returns>
    public string? Apply(JournalRecord record)
    {
        Records++;
        return record switch
        {
            SessionRecord session => Begin(session),
            IntentRecord intent => Intend(intent),
            OutcomeRecord outcome => Conclude(outcome),
            StartRecord start => Start(start),
            ReadingRecord reading => Check(reading.Cells.Length == reading.Siemens.Length, "readings without cells"),
            PlanRecord plan => Begin(plan),
            _ => "a record of an unknown kind",
        };
    }

    private string? Begin(SessionRecord session)
    {
        (Session, Board) = (session, session.Totals);
        return Check(Outstanding is null, "a session begins although a command has no outcome");
    }

    private string? Begin(PlanRecord plan)
    {
        if (plan.Cells.Any(cell => cell.Length != 3)) return "the cells of a plan are incomplete";
        Plan = plan.Cells.Length == 0 ? null : new PlanProgress(plan);
        return null;
    }

    private string? Intend(IntentRecord intent)
    {
        if (Outstanding is not null) return "a command follows one without an outcome";
        if (!IsWhole(intent)) return "the cells of a command are incomplete";
        Outstanding = intent;
        return null;
    }

    private string? Conclude(OutcomeRecord outcome)
    {
        if (Outstanding is not { } intent || (intent.Nonce, intent.Sequence) != (outcome.Nonce, outcome.Sequence))
            return "an outcome without its command";
        Outstanding = null;
        if (intent.Planned == true) Plan?.Conclude(intent, outcome);
        if (outcome.Result == OutcomeResult.Uncertain) Doubt(intent);
        if (outcome.Result != OutcomeResult.Done) return null;
        Board = outcome.Totals;
        return Count(intent, outcome);
    }

    private string? Count(IntentRecord intent, OutcomeRecord outcome)
    {
        if (outcome.Cells is { } cells && (cells.Length != intent.Pulses.Count || cells.Any(cell => cell.Length != 2)))
            return "an outcome for other cells";
        if (PulseAttribution.Of(intent, outcome) is not { } fired) Doubt(intent);
        else foreach (var (cell, up, down) in fired)
            Ledger[cell] = intent.Command == PulseCommand.Form
                ? Ledger[cell] with { Forming = Ledger[cell].Forming + up + down }
                : Ledger[cell].Fired(up, down);
        return null;
    }

    private void Doubt(IntentRecord intent)
    {
        UncertainCommands++;
        foreach (var pulse in intent.Pulses) Ledger[pulse.Cell] = Ledger[pulse.Cell].Doubt(Math.Abs((long)pulse.Count));
    }

    private string? Start(StartRecord start)
    {
        if (start.Block is not [_, _, > 0, > 0] || (long)start.Block[2] * start.Block[3] != start.Pulses.Length)
            return "P of other cells than it says";
        foreach (var (cell, pulses) in start.Cells()) Ledger[cell] = Ledger[cell].StartAt(pulses);
        return null;
    }

    private static bool IsWhole(IntentRecord intent) => intent.Cells is { } cells
        ? cells.All(cell => cell.Length == 3)
        : intent is { Block: [_, _, > 0 and < 256, > 0 and < 256] block, Signs: { } signs }
            && signs.Length == (block[2] * block[3] + 3) / 4;

    private static string? Check(bool right, string otherwise) => right ? null : otherwise;
}
