using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>The window that suits a shape best: G = Gmin + (Gmax - Gmin) u is a straight line in u.</summary>
internal static class WindowFit
{
    /// <summary>Least conductance of a device file, siemens.</summary>
    public const double Lowest = 0;

    /// <summary>Largest conductance of a device file, siemens.</summary>
    public const double Highest = 10e-3;

    // A shape that does not move has no window.
    private const double Flat = 1e-12;

    /// <summary>Weighted least squares of a straight line, inside what a device file allows.</summary>
    /// <param name="fractions">u at each point.</param>
    /// <param name="sweep">The measured points.</param>
    /// <returns>The window, or null where the line does not rise.</returns>
    public static ConductanceWindow? Of(double[] fractions, Sweep sweep)
    {
        var (u, g, uu, ug) = Moments(fractions, sweep.Points);
        if (!(uu > Flat)) return null;
        var slope = ug / uu;
        var low = g - slope * u;

        // At an end of the range one line is left that goes through it: through 0, or through the top.
        if (low < Lowest) (low, slope) = (Lowest, (ug + (g - Lowest) * u) / (uu + u * u));
        if (low + slope > Highest) slope = Highest - low;
        return slope > 0 ? new ConductanceWindow(low, low + slope) : null;
    }

    private static (double U, double G, double UU, double UG) Moments(double[] fractions, IReadOnlyList<SweepPoint> points)
    {
        var (rows, u, g) = (0.0, 0.0, 0.0);
        for (var i = 0; i < fractions.Length; i++)
        {
            rows += points[i].Rows;
            u += points[i].Rows * fractions[i];
            g += points[i].Rows * points[i].Siemens;
        }

        (u, g) = (u / rows, g / rows);
        var (uu, ug) = (0.0, 0.0);
        for (var i = 0; i < fractions.Length; i++)
        {
            uu += points[i].Rows * (fractions[i] - u) * (fractions[i] - u);
            ug += points[i].Rows * (fractions[i] - u) * (points[i].Siemens - g);
        }

        return (u, g, uu / rows, ug / rows);
    }
}
