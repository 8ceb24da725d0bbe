using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>
/// A board that opens nothing: every command passes the same gate and is cut into the same frames, and then only said.
/// Readings are not a number.
/// </summary>
public sealed class DryRunBoard : IMemristorBoard
{
    private readonly LinkBoardOptions _options;
    private readonly SafetyGate _gate;
    private readonly LinkWaveform _waveform;
    private readonly Action<string> _say;
    private BoardTotals _totals;

    /// <summary>Prepares a dry run.</summary>
    /// <param name="options">The board file.</param>
    /// <param name="ledger">What the cells were given before: budgets are kept.</param>
    /// <param name="say">Given one line for everything that would be sent.</param>
    /// <exception cref="SafetyLimitException">The pulses of the file exceed its limits.</exception>
    public DryRunBoard(LinkBoardOptions options, CellLedger ledger, Action<string> say)
    {
        (_options, _say) = (options, say);
        _gate = new SafetyGate(options, BoardLimits.None, ledger);
        _gate.CheckWaveform();
        _waveform = new LinkWaveform(options.Pulses, _gate.Gap);
        Identity = new BoardIdentity("dry run", options.Serial ?? 0, 0, options.Rows, options.Columns, BoardCapabilities.None);
        Say(MessageType.Limits, LinkPayload.Encode(LinkUnits.ToMessage(_gate.Limits)), "the limits of the file");
        Say(MessageType.Waveform, LinkPayload.Encode(_waveform.Request), "the pulses of the file");
    }

    /// <inheritdoc/>
    public BoardIdentity Identity { get; }

    /// <inheritdoc/>
    public BoardLimits Limits => _gate.Limits;

    /// <inheritdoc/>
    public BoardTotals Totals => _totals;

    /// <inheritdoc/>
    public IReadOnlyList<CellReading> Read(CellBlock block, CancellationToken cancellation = default)
    {
        _gate.CheckRead(block, _options.Read.Voltage);
        _say(string.Create(CultureInfo.InvariantCulture,
            $"{MessageType.ReadBlock}: cells {block[0]} to {block[block.Count - 1]}, {_options.Read.Samples} samples of each"));
        return [.. Enumerable.Range(0, block.Count).Select(k => new CellReading(block[k], double.NaN))];
    }

    /// <inheritdoc/>
    public PulseOutcome Pulse(IReadOnlyList<CellPulse> pulses, CancellationToken cancellation = default)
    {
        _gate.CheckPulses(pulses);
        return Fire(Batches().Of(pulses));
    }

    /// <inheritdoc/>
    public PulseOutcome Pulse(SignBlock signs, CancellationToken cancellation = default)
    {
        _gate.CheckPulses([.. signs.Pulses()]);
        return Fire(Batches().Of(signs));
    }

    /// <inheritdoc/>
    public double[] Multiply(CellBlock block, ReadOnlySpan<double> voltages, CancellationToken cancellation = default)
    {
        foreach (var voltage in voltages) _gate.CheckRead(block, voltage);
        _say(string.Create(CultureInfo.InvariantCulture,
            $"{MessageType.VectorRead}: {block.Rows} word lines from {block.Row}, "
            + $"{block.Columns} bit lines from {block.Column}"));
        return [.. Enumerable.Repeat(double.NaN, block.Columns)];
    }

    /// <inheritdoc/>
    public void Stop() => _say("abort: three delimiters");

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private LinkBatches Batches() => new(_waveform, _gate.Limits.PulsesPerCall);

    private PulseOutcome Fire(IEnumerable<LinkBatch> batches)
    {
        var fired = default(PulseOutcome);
        foreach (var batch in batches)
        {
            Say(batch.Type, batch.Payload, string.Join(' ', batch.Pulses));
            var up = batch.Pulses.Sum(pulse => Math.Max((long)pulse.Count, 0));
            fired = fired.Then(new PulseOutcome(up, batch.Count - up, PulseStop.Done));
        }

        _totals = new BoardTotals(_totals.Up + fired.Up, _totals.Down + fired.Down);
        return fired;
    }

    private void Say(MessageType type, byte[] payload, string what) =>
        _say($"{type}: {what} [{Convert.ToHexString(payload)}]");
}
