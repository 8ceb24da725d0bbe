using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>
/// A board of our own protocol that is not opened: every command is cut into the same frames, and then only said. For
/// boards of other kinds, which have no frames, <see cref="PulseListBoard"/> says the same.
/// </summary>
public sealed class DryRunBoard : UnconnectedBoard
{
    private readonly LinkWaveform _waveform;
    private readonly Action<string> _say;

    /// <summary>Prepares a dry run.</summary>
    /// <param name="options">The board file.</param>
    /// <param name="ledger">What the cells were given before: budgets are kept.</param>
    /// <param name="say">Given one line for everything that would be sent.</param>
    /// <exception cref="SafetyLimitException">The pulses of the file exceed its limits.</exception>
    public DryRunBoard(LinkBoardOptions options, CellLedger ledger, Action<string> say)
        : base(options, ledger, "dry run")
    {
        _say = say;
        _waveform = new LinkWaveform(options.Pulses, Gate.Gap);
        Say(MessageType.Limits, LinkPayload.Encode(LinkUnits.ToMessage(Gate.Limits)), "the limits of the file");
        Say(MessageType.Waveform, LinkPayload.Encode(_waveform.Request), "the pulses of the file");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CellReading> Read(CellBlock block, CancellationToken cancellation = default)
    {
        var readings = base.Read(block, cancellation);
        _say(string.Create(CultureInfo.InvariantCulture,
            $"{MessageType.ReadBlock}: cells {block[0]} to {block[block.Count - 1]}, {Options.Read.Samples} samples of each"));
        return readings;
    }

    /// <inheritdoc/>
    public override double[] Multiply(CellBlock block, ReadOnlySpan<double> voltages, CancellationToken cancellation = default)
    {
        var currents = base.Multiply(block, voltages, cancellation);
        _say(string.Create(CultureInfo.InvariantCulture,
            $"{MessageType.VectorRead}: {block.Rows} word lines from {block.Row}, "
            + $"{block.Columns} bit lines from {block.Column}"));
        return currents;
    }

    /// <inheritdoc/>
    public override void Stop() => _say("abort: three delimiters");

    private protected override IEnumerable<CellPulse> Take(IReadOnlyList<CellPulse> pulses) => Take(Batches().Of(pulses));

    private protected override IEnumerable<CellPulse> Take(SignBlock signs) => Take(Batches().Of(signs));

    private IEnumerable<CellPulse> Take(IEnumerable<LinkBatch> batches) => batches.SelectMany(batch =>
    {
        Say(batch.Type, batch.Payload, string.Join(' ', batch.Pulses));
        return batch.Pulses;
    });

    private LinkBatches Batches() => new(_waveform, Gate.Limits.PulsesPerCall);

    private void Say(MessageType type, byte[] payload, string what) =>
        _say($"{type}: {what} [{Convert.ToHexString(payload)}]");
}
