using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>A program came to a board.</summary>
/// <param name="Session">Number of the session in this journal, from 1.</param>
/// <param name="Port">The port.</param>
/// <param name="Board">The board.</param>
/// <param name="Nonce">Nonce of its boot.</param>
/// <param name="Sequence">The last command that it had done.</param>
/// <param name="Totals">Pulses that it had fired since boot.</param>
public sealed record SessionRecord(
    int Session, string Port, BoardIdentity Board, ushort Nonce, ushort Sequence, BoardTotals Totals) : JournalRecord;
