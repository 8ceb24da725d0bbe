using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Calibration;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Safety;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>
/// A board that speaks the link protocol. One thread gives commands; <see cref="Stop"/> is for any. Every pulse passes the
/// safety gate, then the journal, then the line; what is not acknowledged never counts.
/// </summary>
public sealed class LinkBoard : IDrivenBoard
{
    private readonly LinkBoardOptions _options;
    private readonly LinkSession _session;
    private readonly PulseJournal _journal;
    private readonly LinkArming _arming;
    private readonly SafetyGate _gate;
    private readonly LinkWaveform _waveform;
    private readonly LinkFiring _firing;
    private readonly LinkReads _reads;
    private readonly BoardCalibration _calibration;
    private volatile bool _stopped;

    private LinkBoard(LinkBoardOptions options, LinkSession session, PulseJournal journal, TimeProvider time)
    {
        (_options, _session, _journal) = (options, session, journal);
        Identity = LinkSetup.Identify(session.Hello, options);
        var verdict = new LinkReconciler(session, journal).Run();
        journal.Append(new SessionRecord((journal.State.Session?.Session ?? 0) + 1, options.Port, Identity, session.Nonce,
            session.LastSequence, new BoardTotals(session.Hello.UpTotal, session.Hello.DownTotal)));
        _gate = new SafetyGate(options, LinkSetup.Tighten(session, options.Limits.AsBoardLimits), journal.State.Ledger);
        _gate.CheckWaveform();
        _gate.CheckCompliance(Identity);
        _waveform = new LinkWaveform(options.Pulses, _gate.Gap);
        LinkSetup.SetWaveform(session, _waveform);
        _arming = new LinkArming(session, TimeSpan.FromSeconds(options.Watchdog));
        _firing = new LinkFiring(session, journal, new RatePacer(_gate.Limits.PulsesPerSecond, time), _arming);
        _calibration = CalibrationFile.For(options, Identity, time.GetUtcNow());
        _reads = new LinkReads(session, new RatePacer(_gate.Limits.ReadsPerSecond, time), _calibration);
        Resumed = new ResumeReport(verdict, ReadDoubtful());
    }

    /// <inheritdoc/>
    public BoardIdentity Identity { get; }

    /// <inheritdoc/>
    public BoardLimits Limits => _gate.Limits;

    /// <inheritdoc/>
    public BoardTotals Totals => _journal.State.Board;

    /// <inheritdoc/>
    public ResumeReport Resumed { get; }

    /// <summary>What happened on the line.</summary>
    public LinkCounts Counts => _session.Counts;

    /// <inheritdoc/>
    public Action<Problem>? Warn
    {
        get => _gate.Warn;
        set => _gate.Warn = value;
    }

    /// <summary>Connects a board: greets it, settles what an interrupted run left, and tightens its limits.</summary>
    /// <param name="options">The board file; it passed its checks.</param>
    /// <param name="open">Opens the port; again after a loss.</param>
    /// <param name="journal">The journal; stays the caller's.</param>
    /// <param name="timing">How long to wait.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="BoardException">No board, another board, or a board that contradicts the journal.</exception>
    /// <exception cref="SafetyLimitException">The pulses of the file exceed what the board allows.</exception>
    public static LinkBoard Connect(
        LinkBoardOptions options, Func<ITransport> open, PulseJournal journal, LinkTiming timing, TimeProvider time)
    {
        var session = new LinkSession(open, timing, time);
        try
        {
            session.Connect();
            return new LinkBoard(options, session, journal, time);
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Arm(uint serial, bool forming = false)
    {
        _stopped = false;
        _arming.Arm(Identity, serial, forming);
    }

    /// <inheritdoc/>
    public IReadOnlyList<CellReading> Read(CellBlock block, CancellationToken cancellation = default)
    {
        _gate.CheckRead(block, _options.Read.Voltage);
        return _reads.Cells(block, _options.Read.Voltage, _options.Read.Samples, cancellation);
    }

    /// <inheritdoc/>
    public double[] Multiply(CellBlock block, ReadOnlySpan<double> voltages, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(voltages.Length, block.Rows);
        Require(BoardCapabilities.VectorRead, "read many lines at once");
        foreach (var voltage in voltages) _gate.CheckRead(block, voltage);
        return _reads.Multiply(block, voltages, _options.Read.Samples, cancellation);
    }

    /// <inheritdoc/>
    public PulseOutcome Pulse(IReadOnlyList<CellPulse> pulses, CancellationToken cancellation = default)
    {
        _arming.Require(forming: false);
        _gate.CheckPulses(pulses);
        return Fire(Batches().Of(pulses), cancellation);
    }

    /// <inheritdoc/>
    public void Check(IReadOnlyList<CellPulse> pulses) => _gate.CheckPulses(pulses);

    /// <inheritdoc/>
    public PulseOutcome Pulse(SignBlock signs, CancellationToken cancellation = default)
    {
        _arming.Require(forming: false);
        _gate.CheckPulses([.. signs.Pulses()]);
        return Fire(Batches().Of(signs), cancellation);
    }

    /// <summary>Programs cells to conductances with loops that run in the firmware.</summary>
    /// <param name="plan">How.</param>
    /// <param name="targets">Cells and conductances, siemens.</param>
    /// <param name="cancellation">Looked at between frames.</param>
    /// <returns>What each cell came to, in the same order; fewer where somebody stopped the board.</returns>
    public IReadOnlyList<ProgramOutcome> Program(
        ProgramPlan plan, IReadOnlyList<CellReading> targets, CancellationToken cancellation = default)
    {
        _arming.Require(forming: false);
        Require(BoardCapabilities.Program, "program cells by itself");
        _gate.CheckEither(targets.Select(target => target.Cell), plan.MostPulses);
        return new LinkProgramming(_firing, _session, _waveform, plan, _options.Read.Voltage, _calibration)
            .Run(targets, () => _stopped, cancellation);
    }

    /// <summary>Forms one cell: a rising ramp that ends once it conducts. Never part of training.</summary>
    /// <param name="plan">The ramp.</param>
    /// <returns>Pulses that were fired, and the conductance after the last.</returns>
    public (PulseOutcome Fired, double Conductance) Form(FormingPlan plan)
    {
        _arming.Require(forming: true);
        _gate.CheckForming(plan);
        return LinkForming.Run(_firing, _session, plan);
    }

    /// <summary>Pulses of every cell since boot, where the board knows them.</summary>
    /// <param name="block">Which cells.</param>
    public IReadOnlyList<(Cell Cell, BoardTotals Totals)> CellTotals(CellBlock block)
    {
        Require(BoardCapabilities.CellTotals, "tell the pulses of each cell");
        return [.. _reads.Totals(block)];
    }

    /// <summary>How the board stands.</summary>
    public StatusReply Status() => _session.Status();

    /// <inheritdoc/>
    public void Stop()
    {
        _stopped = true;
        _arming.Forget();
        try
        {
            _session.Abort();
        }
        catch (TransportException)
        {
            // Without a line nothing can be said; the board's watchdog grounds it, for nothing feeds it any more.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_arming.IsArmed && !_session.Ground()) Stop();
        _session.Dispose();
    }

    private LinkBatches Batches() => new(_waveform, _gate.Limits.PulsesPerCall);

    private PulseOutcome Fire(IEnumerable<LinkBatch> batches, CancellationToken cancellation)
    {
        var outcome = default(PulseOutcome);
        foreach (var batch in batches)
        {
            if (_stopped) return outcome with { Stop = PulseStop.Aborted };
            try
            {
                outcome = outcome.Then(_firing.Fire(batch, _waveform, cancellation).Fired);
            }
            catch (BoardRefusedException) when (_stopped)
            {
                return outcome with { Stop = PulseStop.Aborted };
            }

            if (!outcome.IsDone) return outcome;
        }

        return outcome;
    }

    private CellReading[] ReadDoubtful() =>
        DoubtfulCells.ReadAgain(_journal, _journal.State.Ledger.Uncertain, cell => Read(cell)[0]);

    private void Require(BoardCapabilities capability, string what)
    {
        if (!Identity.Can(capability)) throw new BoardException("CBS1304", $"board {Identity.Name} cannot {what}");
    }
}
