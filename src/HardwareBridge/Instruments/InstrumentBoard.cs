using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.ArcOne;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Calibration;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Safety;
using CrossbarSim.HardwareBridge.Templates;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>
/// A board that knows neither numbers nor totals: an ArC ONE, or an instrument that is told lines of text. Pulses pass the
/// safety gate, then the journal, then the line, one by one; each is sent at most once. One that is not acknowledged is in
/// doubt: the instrument is initialised anew, the cell is read, and <see cref="PulseInDoubtException"/> says so.
/// One thread gives commands; <see cref="Stop"/> is for any.
/// </summary>
public sealed class InstrumentBoard : IDrivenBoard
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromMilliseconds(200);

    private readonly BoardOptions _options;
    private readonly IInstrument _instrument;
    private readonly PulseJournal _journal;
    private readonly InstrumentConnection _connection;
    private readonly InstrumentPulses _pulses;
    private readonly SafetyGate _gate;
    private readonly RatePacer _pulsePacer;
    private readonly RatePacer _readPacer;
    private readonly BoardCalibration _calibration;
    private readonly Lock _line = new();
    private volatile bool _stopped;
    private bool _isArmed;

    private InstrumentBoard(
        BoardOptions options, IInstrument instrument, PulseJournal journal, InstrumentTiming timing, TimeProvider time)
    {
        (_options, _instrument, _journal) = (options, instrument, journal);
        _connection = new InstrumentConnection(instrument, timing.Reconnect, time);
        _connection.Require();
        Identity = _connection.Identity!;
        _gate = new SafetyGate(options, instrument.Reach, journal.State.Ledger);
        _gate.CheckWaveform();
        _gate.CheckCompliance(Identity);
        _calibration = CalibrationFile.For(options, Identity, time.GetUtcNow());
        var verdict = InstrumentJournal.Begin(journal, options.Port, Identity);
        _pulses = new InstrumentPulses(instrument, journal, options.Pulses, journal.State.Session!.Nonce);
        _pulsePacer = new RatePacer(Math.Min(_gate.Limits.PulsesPerSecond, 1 / _gate.Gap), time);
        _readPacer = new RatePacer(_gate.Limits.ReadsPerSecond, time);
        Resumed = new ResumeReport(verdict, DoubtfulCells.ReadAgain(journal, journal.State.Ledger.Uncertain, ReadOne));
    }

    /// <inheritdoc/>
    public BoardIdentity Identity { get; }

    /// <inheritdoc/>
    public BoardLimits Limits => _gate.Limits;

    /// <inheritdoc/>
    public BoardTotals Totals => _journal.State.Board;

    /// <inheritdoc/>
    public ResumeReport Resumed { get; }

    /// <summary>How often it was initialised anew after a failure.</summary>
    public int Reconnected => _connection.Reconnected;

    /// <inheritdoc/>
    public Action<Problem>? Warn
    {
        get => _gate.Warn;
        set => _gate.Warn = value;
    }

    /// <summary>Connects a board: initialises it, and reads the cells that an interrupted run left in doubt.</summary>
    /// <param name="options">The board file; it passed its checks.</param>
    /// <param name="open">Opens the port; again after a loss.</param>
    /// <param name="journal">The journal; stays the caller's.</param>
    /// <param name="timing">How long to wait.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="BoardException">No board, another board, or a journal of another.</exception>
    /// <exception cref="SafetyLimitException">The pulses of the file exceed what the board can do.</exception>
    public static InstrumentBoard Connect(
        BoardOptions options, Func<ITransport> open, PulseJournal journal, InstrumentTiming timing, TimeProvider time)
    {
        var instrument = Of(options, open, timing, time);
        try
        {
            return new InstrumentBoard(options, instrument, journal, timing, time);
        }
        catch
        {
            Leave(instrument);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Arm(uint serial, bool forming = false)
    {
        ArmingRules.Check(Identity, serial, forming);
        (_stopped, _isArmed) = (false, true);
    }

    /// <inheritdoc/>
    public void Check(IReadOnlyList<CellPulse> pulses) => _gate.CheckPulses(pulses);

    /// <inheritdoc/>
    public IReadOnlyList<CellReading> Read(CellBlock block, CancellationToken cancellation = default)
    {
        _gate.CheckRead(block, _options.Read.Voltage);
        _readPacer.Wait(cancellation);
        double[] values;
        lock (_line) values = _connection.Repeat(() => _instrument.Read(block, cancellation));
        _readPacer.Spend((long)block.Count * _options.Read.Samples);
        return [.. values.Select((value, k) => new CellReading(block[k], _calibration.Conductance(value)))];
    }

    /// <inheritdoc/>
    public double[] Multiply(CellBlock block, ReadOnlySpan<double> voltages, CancellationToken cancellation = default) =>
        throw new BoardException("CBS1304", $"board {Identity.Name} cannot read many lines at once");

    /// <inheritdoc/>
    public PulseOutcome Pulse(SignBlock signs, CancellationToken cancellation = default) =>
        Pulse([.. signs.Pulses()], cancellation);

    /// <inheritdoc/>
    public PulseOutcome Pulse(IReadOnlyList<CellPulse> pulses, CancellationToken cancellation = default)
    {
        ArmingRules.Require(_isArmed, allowsForming: false, forming: false);
        _gate.CheckPulses(pulses);
        var fired = default(PulseOutcome);
        foreach (var pulse in pulses)
            for (var k = 0; k < Math.Abs((long)pulse.Count); k++)
            {
                _pulsePacer.Wait(cancellation);
                cancellation.ThrowIfCancellationRequested();
                if (!TryFire(pulse.Cell, pulse.Count > 0, fired)) return fired with { Stop = PulseStop.Aborted };
                fired = fired.Then(new PulseOutcome(pulse.Count > 0 ? 1 : 0, pulse.Count > 0 ? 0 : 1, PulseStop.Done));
                _pulsePacer.Spend(1);
            }

        return fired;
    }

    /// <inheritdoc/>
    public void Stop()
    {
        (_stopped, _isArmed) = (true, false);
        var isFree = _line.TryEnter(StopPatience);
        try
        {
            if (isFree) _instrument.Ground();
            else _instrument.Abort();
        }
        catch (Exception cause) when (InstrumentConnection.IsFailure(cause))
        {
            // Without a line nothing can be said; it is made harmless before anything else when it comes back.
        }
        finally
        {
            if (isFree)
            {
                _connection.Lose();
                _line.Exit();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_line) Leave(_instrument);
    }

    private static IInstrument Of(BoardOptions options, Func<ITransport> open, InstrumentTiming timing, TimeProvider time) =>
        options switch
        {
            ArcOneBoardOptions arc => new ArcOneInstrument(arc, open, timing, time),
            TemplateBoardOptions templates => new TemplateInstrument(templates, open, time),
            _ => throw new ArgumentException($"{options.GetType().Name} is no instrument's", nameof(options)),
        };

    private static void Leave(IInstrument instrument)
    {
        try
        {
            instrument.Ground();
        }
        catch (Exception cause) when (InstrumentConnection.IsFailure(cause))
        {
            // Nothing can be said to an instrument that is gone.
        }

        instrument.Dispose();
    }

    private CellReading ReadOne(CellBlock cell) => Read(cell)[0];

    private bool TryFire(Cell cell, bool rising, PulseOutcome before)
    {
        lock (_line)
        {
            _connection.Require();
            if (_stopped) return false;
            try
            {
                _pulses.Fire(cell, rising);
                return true;
            }
            catch (Exception cause) when (InstrumentConnection.IsFailure(cause))
            {
                _connection.Lose();
                if (_pulses.IsInDoubt) throw Doubt(cell, before, cause);
                TryAbort();
                throw cause is BoardException ? cause : new BoardException("CBS1303", cause.Message, cause);
            }
        }
    }

    // Harmless first, then initialised anew, then read: what it reads is all that is known of the cell.
    private PulseInDoubtException Doubt(Cell cell, PulseOutcome before, Exception cause)
    {
        TryAbort();
        var sent = $"{cause.Message}; nobody knows whether the pulse at cell {cell} was fired, and it is not sent again";
        try
        {
            var reading = DoubtfulCells.ReadAgain(_journal, [cell], ReadOne)[0];
            return new PulseInDoubtException(cell, before, reading, FormattableString.Invariant(
                $"{sent}; the cell reads {reading.Conductance:0.###e+0} S now: set its P, then go on"), cause);
        }
        catch (Exception failure) when (InstrumentConnection.IsFailure(failure))
        {
            return new PulseInDoubtException(cell, before, null,
                $"{sent}; the board did not come back ({failure.Message}): connect it and start again, it is read first", cause);
        }
    }

    private void TryAbort()
    {
        try
        {
            _instrument.Abort();
        }
        catch (Exception cause) when (InstrumentConnection.IsFailure(cause))
        {
            // A lost line; connecting anew makes it harmless.
        }
    }
}
