using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Calibration;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Write-verify in the firmware, frame by frame.</summary>
/// <param name="firing">The way out.</param>
/// <param name="session">For messages.</param>
/// <param name="waveform">The pulses.</param>
/// <param name="plan">How.</param>
/// <param name="voltage">Of the reads, volts.</param>
/// <param name="calibration">What its readings mean: the firmware compares with readings, not with conductances.</param>
internal sealed class LinkProgramming(
    LinkFiring firing, LinkSession session, LinkWaveform waveform, ProgramPlan plan, double voltage,
    BoardCalibration calibration)
{
    // A long command beats before this is over.
    private static readonly TimeSpan FirstBeat = TimeSpan.FromMilliseconds(2 * LinkProtocol.BusyMilliseconds);

    // Counts are 16 bits; the largest target is put well below the end of them.
    private const int CountsOfLargest = 30_000;

    /// <summary>Programs cells.</summary>
    public IReadOnlyList<ProgramOutcome> Run(
        IReadOnlyList<CellReading> targets, Func<bool> isStopped, CancellationToken cancellation)
    {
        var outcomes = new List<ProgramOutcome>();
        var unit = targets.Max(target => calibration.Reading(target.Conductance)) / CountsOfLargest;
        foreach (var group in targets.Chunk(LinkProtocol.MostProgramCells).SelectMany(Reachable))
        {
            if (isStopped()) break;
            outcomes.AddRange(Group(group, (float)unit, cancellation));
        }

        return outcomes;
    }

    // An entry holds a byte each for the distance from the first row and column.
    private static IEnumerable<IReadOnlyList<CellReading>> Reachable(CellReading[] cells) =>
        cells.GroupBy(cell => (cell.Cell.Row >> 8, cell.Cell.Column >> 8)).Select(group => group.ToList());

    private List<ProgramOutcome> Group(IReadOnlyList<CellReading> targets, float unit, CancellationToken cancellation)
    {
        var (row, column) = (targets.Min(target => target.Cell.Row), targets.Min(target => target.Cell.Column));
        ushort Counts(double reading) => checked((ushort)Math.Round(Math.Max(reading, 0) / unit));
        ushort Distance(double siemens) => Counts(calibration.Gain * siemens);
        var request = new ProgramRequest(
            waveform.Request.Id, waveform.Hash, (ushort)row, (ushort)column, LinkUnits.Millivolts(voltage),
            checked((byte)plan.Samples), unit, Distance(plan.Tolerance), Distance(plan.StepUp), Distance(plan.StepDown),
            checked((byte)plan.MostPulses), checked((byte)plan.MostReversals), [.. targets.Select(target => new ProgramEntry(
                (byte)(target.Cell.Row - row), (byte)(target.Cell.Column - column),
                Counts(calibration.Reading(target.Conductance))))]);
        return Send(request, targets, cancellation);
    }

    private List<ProgramOutcome> Send(
        ProgramRequest request, IReadOnlyList<CellReading> targets, CancellationToken cancellation)
    {
        ProgramReply? reply = null;
        firing.Fire(MessageType.Program, LinkPayload.Encode(request), FirstBeat, frame =>
            new IntentRecord(frame.Nonce, frame.Sequence, PulseCommand.Program, waveform.Record)
            {
                Cells = [.. targets.Select(target => new[] { target.Cell.Row, target.Cell.Column, plan.MostPulses })],
            }, cancellation, answer => reply = session.Read<ProgramReply>(MessageType.Program, answer));
        return [.. targets.Zip(reply!.Cells, (target, cell) => new ProgramOutcome(target.Cell, cell.Up, cell.Down,
            cell.Reading == LinkProtocol.BeyondRange
                ? double.PositiveInfinity
                : calibration.Conductance((double)request.Unit * cell.Reading),
            (CellResult)cell.Result))];
    }
}
