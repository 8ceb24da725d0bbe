using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>The normalised curve of a shape along a sweep.</summary>
internal static class ShapeCurve
{
    /// <summary>u at each point of the sweep, or null where the parameters are of no device.</summary>
    /// <param name="shape">The law.</param>
    /// <param name="window">A window.</param>
    /// <param name="parameters">Its free parameters.</param>
    /// <param name="sweep">The sweep.</param>
    public static double[]? Of(LawShape shape, ConductanceWindow window, double[] parameters, Sweep sweep)
    {
        try
        {
            var fractions = SweepWalk.Fractions(shape.Build(window, parameters).CreateLaw(), sweep, shape.StartsAtEnds);
            return fractions.All(double.IsFinite) ? fractions : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
