namespace CrossbarSim.Core.Programming;

/// <summary>
/// Programs cells one by one: reads, fires one pulse towards the target, reads again, until the reading is within the
/// tolerance or something else ends it.
/// </summary>
/// <remarks>
/// Pulses of one size, as F. Alibart et al., Nanotechnology 23 (2012) 075201, doi:10.1088/0957-4484/23/7/075201, tune
/// memristors, without their rising amplitudes.
/// </remarks>
/// <param name="cells">The cells.</param>
/// <param name="options">Tolerance and limits.</param>
public sealed class WriteVerify(IProgrammableCells cells, WriteVerifyOptions options)
{
    /// <summary>Programs a cell.</summary>
    /// <param name="cell">Cell, from 0.</param>
    /// <param name="target">u in the nominal window, 0 .. 1.</param>
    public CellOutcome Program(int cell, double target)
    {
        var (pulses, readings, reversals, before) = (0, 1, 0, 0.0);
        var reading = Read(cell);
        var (anchor, anchored) = (reading, 0);
        CellOutcome Ended(StopReason reason) => new(reason, pulses, readings * options.Reads);
        while (true)
        {
            var error = reading - target;
            if (Math.Abs(error) <= options.Tolerance) return Ended(StopReason.Reached);
            if (pulses >= options.MostPulses) return Ended(StopReason.Budget);
            var crossed = before * error < 0;
            if (crossed && ++reversals > options.MostReversals)
            {
                if (Math.Abs(before) < Math.Abs(error)) pulses += StepBack(cell, error);
                return Ended(StopReason.Reversals);
            }

            if (crossed || pulses - anchored >= options.StuckAfter)
            {
                if (!crossed && Math.Abs(reading - anchor) < options.StuckBelow) return Ended(StopReason.Stuck);
                (anchor, anchored) = (reading, pulses);
            }

            var outcome = cells.Fire(cell, rising: error < 0);
            if (outcome != PulseOutcome.Fired)
                return Ended(outcome == PulseOutcome.AtEnd ? StopReason.OutOfRange : StopReason.Stuck);
            (before, reading) = (error, Read(cell));
            (pulses, readings) = (pulses + 1, readings + 1);
        }
    }

    // The reading before the last pulse was nearer.
    private int StepBack(int cell, double error) =>
        !cells.FallsByReset && cells.Fire(cell, rising: error < 0) == PulseOutcome.Fired ? 1 : 0;

    private double Read(int cell)
    {
        var sum = 0.0;
        for (var k = 0; k < options.Reads; k++) sum += cells.Read(cell);
        return sum / options.Reads;
    }
}
