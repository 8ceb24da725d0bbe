namespace CrossbarSim.Core.Devices.Steps;

/// <summary>
/// Walks laws that say how far one pulse moves a device that has covered a given share of its way through the window:
/// from the low end for rising pulses, from the high end for falling ones.
/// </summary>
public static class StepLaw
{
    /// <summary>An asymptotic law ends where the distance left is below this share of the window.</summary>
    public const double EndDistance = 1.0 / (1 << 16);

    // A last pulse that is cut short ends at a multiple of this, so that tables need no finer cells.
    private const int CutParts = 32;

    // A walk so many times longer than asked for does not come to its end.
    private const int Hopeless = 64;

    /// <summary>Walks the window pulse by pulse.</summary>
    /// <param name="step">Share of the window that a pulse moves where a share of the way is covered.</param>
    /// <param name="most">Pulses after which the walk ends wherever it stands, at least 1.</param>
    public static StepWalk Walk(Func<double, double> step, int most)
    {
        List<double> covered = [0];
        while (covered.Count < most)
        {
            var next = covered[^1] + step(covered[^1]);
            if (!(next > covered[^1]) || 1 - next < EndDistance) break;
            covered.Add(next);
        }

        var needed = (1 - covered[^1]) / step(covered[^1]);
        covered.Add(1);
        return new StepWalk(covered, Math.Clamp(Math.Round(needed * CutParts), 1, CutParts) / CutParts);
    }

    /// <summary>
    /// Walks the window in as many pulses as a nominal walk, and as far with all but the last of them: what differs is
    /// the shape, and a common factor on the steps makes up for it.
    /// </summary>
    /// <param name="step">Step of the other shape, but for the factor.</param>
    /// <param name="nominal">The nominal walk.</param>
    /// <exception cref="ArgumentException">No factor leads so far: steps of this shape come to nothing before.</exception>
    public static StepWalk WalkAlike(Func<double, double> step, StepWalk nominal)
    {
        var (pulses, target) = (nominal.Pulses - 1, nominal.BeforeLast);
        if (pulses == 0) return nominal;
        double Missed(double logarithm) =>
            Math.Log(PulsesTo(target, step, Math.Exp(logarithm), Hopeless * pulses) / pulses);
        if (FallingRoot.Find(Missed) is not { } root)
            throw ComesToNothing(target, nameof(step));
        return nominal with { Covered = [.. Before(target, step, Math.Exp(root), pulses), target, 1] };
    }

    /// <summary>The error of steps that come to nothing too early.</summary>
    /// <param name="target">Share of the way that they do not lead to.</param>
    /// <param name="parameter">The argument that is wrong.</param>
    internal static ArgumentException ComesToNothing(double target, string parameter) =>
        new($"steps of this shape do not lead to {target} of the way", parameter);

    private static IEnumerable<double> Before(double target, Func<double, double> step, double factor, int pulses)
    {
        var covered = 0.0;
        for (var k = 0; k < pulses; k++, covered = Math.Min(covered + factor * step(covered), target)) yield return covered;
    }

    // Pulses to a share of the way, of the last one the part that is needed.
    private static double PulsesTo(double target, Func<double, double> step, double factor, int most)
    {
        var covered = 0.0;
        for (var pulses = 0; pulses < most; pulses++)
        {
            var move = factor * step(covered);
            if (!(move > 0)) break;
            if (covered + move >= target) return pulses + (target - covered) / move;
            covered += move;
        }

        return most;
    }
}
