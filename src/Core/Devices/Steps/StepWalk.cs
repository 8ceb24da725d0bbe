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

    /// <summary>The branch of rising pulses.</summary>
    public LawBranch Rising()
    {
        var (places, fractions) = Knots();
        return new LawBranch(Pulses, new SteppedCurve(places, fractions));
    }

    /// <summary>The branch of falling pulses: the mirror image of the rising one.</summary>
    public LawBranch Falling()
    {
        var (places, fractions) = Knots();
        return new LawBranch(Pulses, new SteppedCurve(
            [.. Enumerable.Reverse(places).Select(place => Pulses - place)],
            [.. Enumerable.Reverse(fractions).Select(u => 1 - u)]));
    }

    private (List<double> Places, List<double> Fractions) Knots()
    {
        List<double> places = [.. Enumerable.Range(0, Covered.Count)];
        List<double> fractions = [.. Covered];
        if (Reached < 1)
        {
            places.Insert(Pulses, Pulses - 1 + Reached);
            fractions.Insert(Pulses, 1 - Rest);
        }

        return (places, fractions);
    }
}
