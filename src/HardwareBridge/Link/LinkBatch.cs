using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>What goes into one frame of pulses.</summary>
/// <param name="Type">List or block.</param>
/// <param name="Payload">The bytes.</param>
/// <param name="Pulses">The pulses in the order in which they are fired.</param>
public sealed record LinkBatch(MessageType Type, byte[] Payload, IReadOnlyList<CellPulse> Pulses)
{
    /// <summary>The signs, where it is a block.</summary>
    internal (CellBlock Block, byte[] Signs)? Signs { get; init; }

    /// <summary>Pulses of all cells.</summary>
    public long Count => Pulses.Sum(pulse => Math.Abs((long)pulse.Count));

    /// <summary>The batch as the journal writes it down before it is sent.</summary>
    /// <param name="frame">The frame that will carry it.</param>
    /// <param name="waveform">The pulses.</param>
    internal IntentRecord Intent(LinkFrame frame, WaveformRecord waveform)
    {
        var intent = new IntentRecord(frame.Nonce, frame.Sequence, PulseCommand.List, waveform);
        return Signs is var (block, signs)
            ? intent with
            {
                Command = PulseCommand.Block,
                Block = [block.Row, block.Column, block.Rows, block.Columns],
                Signs = signs,
            }
            : intent with { Cells = [.. Pulses.Select(pulse => new[] { pulse.Row, pulse.Column, pulse.Count })] };
    }
}
