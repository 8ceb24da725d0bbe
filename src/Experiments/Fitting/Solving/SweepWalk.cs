using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>Where a device of a law stands after each pulse of a measured sweep.</summary>
internal static class SweepWalk
{
    private const int MostCycles = 100;
    private const double Settled = 1e-14;

    /// <summary>u at each point of a sweep.</summary>
    /// <param name="law">The law.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="startsAtEnds">Whether each direction begins at its end of the window, as a single one does.</param>
    /// <remarks>
    /// Otherwise the device goes up and down until every cycle is like the one before: a law that never quite reaches an
    /// end turns where the sweep does.
    /// </remarks>
    public static double[] Fractions(ConductanceLaw law, Sweep sweep, bool startsAtEnds)
    {
        var (bottom, top) = startsAtEnds || !sweep.HasBoth ? (0, 1) : Turns(law, sweep);
        var (rising, falling) = (law.Potentiation.Position(bottom), law.Depression.Position(top));
        return [.. sweep.Points.Select(point => point.IsDepression
            ? At(law.Depression, falling - point.Pulse)
            : At(law.Potentiation, rising + point.Pulse))];
    }

    private static (double Bottom, double Top) Turns(ConductanceLaw law, Sweep sweep)
    {
        var (bottom, top) = (0.0, 1.0);
        for (var cycle = 0; cycle < MostCycles; cycle++)
        {
            top = At(law.Potentiation, law.Potentiation.Position(bottom) + sweep.PotentiationPulses);
            var next = At(law.Depression, law.Depression.Position(top) - sweep.DepressionPulses);
            if (Math.Abs(next - bottom) < Settled) return (next, top);
            bottom = next;
        }

        return (bottom, top);
    }

    private static double At(LawBranch branch, double position) =>
        branch.Fraction(Math.Clamp(position, 0, branch.Pulses));
}
