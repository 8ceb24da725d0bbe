namespace CrossbarSim.Core.Devices.Steps;

/// <summary>A walk through the window, pulse by pulse, from where a direction starts.</summary>
/// <param name="Covered">Share of the way after each pulse, strictly increasing from 0; the last is the end, 1.</param>
/// <param name="Reached">
/// Part of the last pulse after which the end is reached, 0 .. 1: below 1 where the end cuts the pulse short. A device that
/// comes from between whole pulses then stands there, too near to the end to tell.
/// </param>
public sealed record StepWalk(IReadOnlyList<double> Covered, double Reached = 1)
{
    // What is left where the last pulse is cut short: the curve must rise to its very end.
    private const double Rest = StepLaw.EndDistance / 2;

    /// <summary>N: pulses from end to end.</summary>
    public int Pulses => Covered.Count - 1;

    /// <summary>Share of the way before the last pulse.</summary>
    public double BeforeLast => Covered[^2];

    /// <summary>
    /// Where the last pulse stands and where it ends: positions, and shares of the way there; three where it is cut short.
    /// </summary>
    internal (double[] Places, double[] Covered) LastPulse => Reached < 1
        ? ([Pulses - 1, Pulses - 1 + Reached, Pulses], [BeforeLast, 1 - Rest, 1])
        : ([Pulses - 1, Pulses], [BeforeLast, 1]);

    /// <summary>The branch of rising pulses.</summary>
    public LawBranch Rising()
    {
        var (places, covered) = Knots();
        return new LawBranch(Pulses, new SteppedCurve(places, covered));
    }

    /// <summary>The branch of falling pulses: the mirror image of the rising one.</summary>
    public LawBranch Falling()
    {
        var (places, covered) = Knots();
        Array.Reverse(places);
        Array.Reverse(covered);
        for (var k = 0; k < places.Length; k++) (places[k], covered[k]) = (Pulses - places[k], 1 - covered[k]);
        return new LawBranch(Pulses, new SteppedCurve(places, covered));
    }

    /// <summary>One of the two.</summary>
    /// <param name="falling">Whether the branch of falling pulses is meant.</param>
    internal LawBranch Branch(bool falling) => falling ? Falling() : Rising();

    private (double[] Places, double[] Covered) Knots()
    {
        var last = LastPulse;
        return ([.. Enumerable.Range(0, Pulses - 1), .. last.Places], [.. Covered.Take(Pulses - 1), .. last.Covered]);
    }
}
