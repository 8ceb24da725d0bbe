namespace CrossbarSim.Core.Devices;

/// <summary>Builds the branches of laws that say how far one pulse moves a device at a given conductance.</summary>
public static class StepLaw
{
    /// <summary>An asymptotic law ends where the distance left is below this share of the window.</summary>
    public const double EndDistance = 1.0 / (1 << 16);

    /// <summary>The branch of rising pulses.</summary>
    /// <param name="step">Rise of u by one pulse at u; above 0.</param>
    /// <param name="most">Pulses after which the branch ends wherever it stands, at least 1.</param>
    /// <returns>A branch whose last position is the end of the window.</returns>
    public static LawBranch Rising(Func<double, double> step, int most)
    {
        var fractions = Walk(step, most);
        return new LawBranch(fractions.Count - 1, new SteppedCurve(fractions));
    }

    /// <summary>The branch of falling pulses.</summary>
    /// <param name="step">Fall of u by one pulse at u; above 0.</param>
    /// <param name="most">Pulses after which the branch ends wherever it stands, at least 1.</param>
    /// <returns>A branch whose position 0 is the low end of the window.</returns>
    public static LawBranch Falling(Func<double, double> step, int most)
    {
        // Walked from the top as the mirror image of a rising branch.
        var distances = Walk(distance => step(1 - distance), most);
        double[] fractions = [.. Enumerable.Reverse(distances).Select(distance => 1 - distance)];
        return new LawBranch(fractions.Length - 1, new SteppedCurve(fractions));
    }

    private static List<double> Walk(Func<double, double> step, int most)
    {
        List<double> walked = [0];
        while (walked.Count < most)
        {
            var next = walked[^1] + step(walked[^1]);
            if (!(next > walked[^1]) || 1 - next < EndDistance) break;
            walked.Add(next);
        }

        walked.Add(1);
        return walked;
    }
}
