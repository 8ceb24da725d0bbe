using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>
/// The one way by which a pulse goes out to an instrument: prepared, written down, fired once, acknowledged, written down.
/// One pulse a record, so that never more than one cell is in doubt. Mutable.
/// </summary>
/// <param name="instrument">The instrument.</param>
/// <param name="journal">Where it is written down.</param>
/// <param name="pulses">The pulses of the board file.</param>
/// <param name="nonce">Number of the session: instruments know no numbers of their own.</param>
internal sealed class InstrumentPulses(IInstrument instrument, PulseJournal journal, PulsePairOptions pulses, ushort nonce)
{
    private readonly WaveformRecord _waveform = new(
        pulses.Set.Voltage, pulses.Set.Width, pulses.Reset.Voltage, pulses.Reset.Width, Compliance(pulses));

    private ushort _sequence;

    /// <summary>Whether the last pulse is in doubt.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Fires one pulse.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="rising">Set or reset.</param>
    public void Fire(Cell cell, bool rising)
    {
        var pulse = rising ? pulses.Set : pulses.Reset;
        IsInDoubt = false;
        instrument.Prepare(cell, pulse);
        _sequence = LinkProtocol.After(_sequence);
        journal.Append(new IntentRecord(nonce, _sequence, PulseCommand.List, _waveform)
        {
            Cells = [[cell.Row, cell.Column, rising ? 1 : -1]],
        });
        var before = journal.State.Board;
        try
        {
            instrument.Fire(cell, pulse);
        }
        catch (Exception cause) when (InstrumentConnection.IsFailure(cause))
        {
            Conclude(OutcomeResult.Uncertain, default, default);
            IsInDoubt = true;
            throw;
        }

        var fired = new PulseOutcome(rising ? 1 : 0, rising ? 0 : 1, PulseStop.Done);
        Conclude(OutcomeResult.Done, fired, new BoardTotals(before.Up + fired.Up, before.Down + fired.Down));
    }

    private void Conclude(OutcomeResult result, PulseOutcome fired, BoardTotals totals) =>
        journal.Append(new OutcomeRecord(nonce, _sequence, result, fired, totals));

    private static double Compliance(PulsePairOptions pulses) =>
        new[] { pulses.Set.Compliance, pulses.Reset.Compliance }.Min() ?? 0;
}
