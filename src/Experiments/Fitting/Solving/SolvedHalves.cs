using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Fitting.Solving;

/// <summary>Single directions of one law and sweep that are solved.</summary>
internal sealed class SolvedHalves
{
    private readonly Dictionary<(IReadOnlyList<SolverVariable> Variables, int Direction), double[]> _solved = [];

    /// <summary>A direction, solved now or before.</summary>
    /// <param name="half">The direction; ways to write the law that share it share its variables.</param>
    /// <param name="direction">0 rising, 1 falling.</param>
    /// <param name="solve">Solves it.</param>
    public double[] Get(LawShape half, int direction, Func<double[]> solve)
    {
        if (!_solved.TryGetValue((half.Variables, direction), out var solved))
            _solved[(half.Variables, direction)] = solved = solve();
        return solved;
    }
}
