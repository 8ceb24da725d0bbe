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
            _ => "a record of an unknown kind",
        };
    }

    private string? Begin(SessionRecord session)
    {
        (Session, Board) = (session, session.Totals);
        return Check(Outstanding is null, "a session begins although a command has no outcome");
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
        if (outcome.Result == OutcomeResult.Uncertain) Doubt(intent);
        if (outcome.Result != OutcomeResult.Done) return null;
        Board = outcome.Totals;
        return Count(intent, outcome);
    }

    private string? Count(IntentRecord intent, OutcomeRecord outcome)
    {
        if (outcome.Cells is { } cells)
        {
            var pulses = intent.Pulses;
            if (pulses.Count != cells.Length || cells.Any(cell => cell.Length != 2)) return "an outcome for other cells";
            for (var k = 0; k < cells.Length; k++)
                Ledger[pulses[k].Cell] = Ledger[pulses[k].Cell].Fired(cells[k][0], cells[k][1]);
        }
        else if (intent.Command == PulseCommand.Form)
        {
            var cell = intent.Pulses[0].Cell;
            Ledger[cell] = Ledger[cell] with { Forming = Ledger[cell].Forming + outcome.Fired.Total };
        }
        else if (PulseAttribution.Of(intent.Pulses, outcome.Fired) is { } fired)
        {
            foreach (var pulse in fired)
                Ledger[pulse.Cell] = Ledger[pulse.Cell].Fired(Math.Max(pulse.Count, 0), Math.Max(-pulse.Count, 0));
        }
        else
        {
            Doubt(intent);
        }

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
