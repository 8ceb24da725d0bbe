using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>A board that opens nothing: pulses pass the same gate as everywhere; readings are not a number.</summary>
public abstract class UnconnectedBoard : IMemristorBoard
{
    private BoardTotals _totals;

    /// <summary>Prepares the gate.</summary>
    /// <param name="options">The board file.</param>
    /// <param name="ledger">What the cells were given before: budgets are kept.</param>
    /// <param name="name">What it says that it is.</param>
    /// <exception cref="SafetyLimitException">The pulses of the file exceed its limits.</exception>
    private protected UnconnectedBoard(BoardOptions options, CellLedger ledger, string name)
    {
        Options = options;
        Gate = new SafetyGate(options, BoardLimits.None, ledger);
        Gate.CheckWaveform();
        Identity = new BoardIdentity(name, options.Serial ?? 0, 0, options.Rows, options.Columns, BoardCapabilities.None);
    }

    /// <inheritdoc/>
    public BoardIdentity Identity { get; }

    /// <inheritdoc/>
    public BoardLimits Limits => Gate.Limits;

    /// <inheritdoc/>
    public BoardTotals Totals => _totals;

    /// <summary>The board file.</summary>
    private protected BoardOptions Options { get; }

    /// <summary>What every command passes.</summary>
    private protected SafetyGate Gate { get; }

    /// <inheritdoc/>
    public virtual IReadOnlyList<CellReading> Read(CellBlock block, CancellationToken cancellation = default)
    {
        Gate.CheckRead(block, Options.Read.Voltage);
        return [.. Enumerable.Range(0, block.Count).Select(k => new CellReading(block[k], double.NaN))];
    }

    /// <inheritdoc/>
    public virtual double[] Multiply(CellBlock block, ReadOnlySpan<double> voltages, CancellationToken cancellation = default)
    {
        foreach (var voltage in voltages) Gate.CheckRead(block, voltage);
        return [.. Enumerable.Repeat(double.NaN, block.Columns)];
    }

    /// <inheritdoc/>
    public PulseOutcome Pulse(IReadOnlyList<CellPulse> pulses, CancellationToken cancellation = default)
    {
        Gate.CheckPulses(pulses);
        return Count(Take(pulses));
    }

    /// <inheritdoc/>
    public PulseOutcome Pulse(SignBlock signs, CancellationToken cancellation = default)
    {
        Gate.CheckPulses([.. signs.Pulses()]);
        return Count(Take(signs));
    }

    /// <inheritdoc/>
    public abstract void Stop();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends it.</summary>
    /// <param name="disposing">Always.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Takes pulses that passed the gate, in order.</summary>
    /// <returns>The same pulses, as they were taken.</returns>
    private protected abstract IEnumerable<CellPulse> Take(IReadOnlyList<CellPulse> pulses);

    /// <summary>Takes a block of pulses that passed the gate.</summary>
    private protected virtual IEnumerable<CellPulse> Take(SignBlock signs) => Take([.. signs.Pulses()]);

    private PulseOutcome Count(IEnumerable<CellPulse> pulses)
    {
        var (up, down) = (0L, 0L);
        foreach (var pulse in pulses) (up, down) = (up + Math.Max(pulse.Count, 0L), down + Math.Max(-(long)pulse.Count, 0L));
        _totals = new BoardTotals(_totals.Up + up, _totals.Down + down);
        return new PulseOutcome(up, down, PulseStop.Done);
    }
}
