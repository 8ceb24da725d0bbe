using System.Text.Json.Serialization;
using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>A command that is about to be sent; on the disk before its first byte leaves.</summary>
/// <param name="Nonce">Nonce of the board's boot.</param>
/// <param name="Sequence">Number of the command.</param>
/// <param name="Command">What kind.</param>
/// <param name="Waveform">Which pulses.</param>
public sealed record IntentRecord(ushort Nonce, ushort Sequence, PulseCommand Command, WaveformRecord Waveform) : JournalRecord
{
    private const int SignsPerByte = 4;

    /// <summary>Row, column and signed count of each cell, where it is no block.</summary>
    public int[][]? Cells { get; init; }

    /// <summary>First row, first column, rows and columns, where it is a block.</summary>
    public int[]? Block { get; init; }

    /// <summary>Two bits a cell of the block, as they are sent.</summary>
    public byte[]? Signs { get; init; }

    /// <summary>Whether it is the next part of the plan; absent where it is not.</summary>
    public bool? Planned { get; init; }

    /// <summary>The pulses in the order in which they are fired.</summary>
    [JsonIgnore]
    public IReadOnlyList<CellPulse> Pulses =>
        Cells is not null ? [.. Cells.Select(cell => new CellPulse(cell[0], cell[1], cell[2]))] : [.. OfBlock()];

    private IEnumerable<CellPulse> OfBlock()
    {
        if (Block is not [var row, var column, var rows, var columns] || Signs is null) yield break;
        var block = new CellBlock(row, column, rows, columns);
        for (var k = 0; k < block.Count; k++)
            if (((Signs[k / SignsPerByte] >> (k % SignsPerByte * 2)) & 3) is var code and (1 or 2))
                yield return new CellPulse(block[k].Row, block[k].Column, code == 1 ? 1 : -1);
    }
}
