using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>What became of the command of the last intent.</summary>
/// <param name="Nonce">Nonce of the intent.</param>
/// <param name="Sequence">Number of the intent.</param>
/// <param name="Result">Done or not.</param>
/// <param name="Fired">Pulses that were fired, and why it ended.</param>
/// <param name="Totals">What the board had fired since boot after it; 0 unless done.</param>
public sealed record OutcomeRecord(
    ushort Nonce, ushort Sequence, OutcomeResult Result, PulseOutcome Fired, BoardTotals Totals) : JournalRecord
{
    /// <summary>Rising and falling pulses of each cell of the intent, where the board tells them.</summary>
    public int[][]? Cells { get; init; }
}
