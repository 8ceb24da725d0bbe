using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>
/// Tries every value of a sweep in its experiment. A value is refused where no point that was tried with it is
/// valid: that two values which are sound in themselves do not go together is one point's trouble, not the sweep's.
/// </summary>
internal sealed class SweepTrial
{
    // How many points are tried with a value before it is refused; most values are valid in the first.
    private const int MostPoints = 64;

    // Nobody reads on; a misspelt key makes every value of a long axis wrong.
    private const int MostRefused = 100;

    // Of longer axes as many, evenly spread, are tried: a plan of a million points starts at once.
    private const int MostValues = 1000;

    private readonly LoadSession _session;
    private readonly SweepTree _sweep;
    private readonly SweepBase _experiment;
    private readonly HashSet<LocatedProblem> _ofExperiment;
    private readonly int _firstOfValues;

    private int _refused;

    /// <summary>Judges the experiment as it is.</summary>
    /// <param name="session">The load; receives the problems.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="experiment">Its experiment.</param>
    public SweepTrial(LoadSession session, SweepTree sweep, SweepBase experiment)
    {
        (_session, _sweep, _experiment) = (session, sweep, experiment);
        _ofExperiment = [.. Problems([])];
        _firstOfValues = session.Files.Opened;
        foreach (var problem in _ofExperiment) session.Problems.Add(problem.Problem, problem.At);
    }

    /// <summary>Tries every value of every axis.</summary>
    public void Run()
    {
        for (var group = 0; group < _sweep.Space.Groups.Count; group++)
            if (_sweep.Space.Groups[group].IsDrawn) TryDrawn(group);
            else
                foreach (var place in Spread(_sweep.Space.Groups[group].Length, MostValues))
                    if (_refused < MostRefused) Try(group, place);
    }

    // A drawn value that does not go with the others is one point's trouble; none of them that does is the axis's.
    private void TryDrawn(int group)
    {
        IReadOnlyList<LocatedProblem>? best = null;
        foreach (var place in Spread(_sweep.Space.Groups[group].Length, MostPoints))
        {
            var found = Problems(_sweep.Point(Places(group, place, place)));
            if (found.All(p => p.Problem.Severity != Severity.Error)) return;
            if (best is null || found.Count < best.Count) best = found;
        }

        Refuse(best!, group, 0);
    }

    // Of the points that were tried, the one with the fewest problems has none that other values bring along.
    private void Try(int group, int place)
    {
        IReadOnlyList<LocatedProblem>? best = null;
        foreach (var step in Steps(group))
        {
            var found = Problems(_sweep.Point(Places(group, place, step)));
            if (found.All(p => p.Problem.Severity != Severity.Error)) return;
            if (best is null || found.Count < best.Count) best = found;
        }

        Refuse(best!, group, place);
    }

    private void Refuse(IReadOnlyList<LocatedProblem> found, int group, int place)
    {
        var own = found.Where(p => !_ofExperiment.Contains(p)).ToArray();
        foreach (var problem in own) _session.Problems.Add(problem.Problem, Place(problem.At, group, place));
        if (own.Length > 0) _refused++;
    }

    // From the first to the last value of the longest other group. In a broken experiment no point is valid, and its
    // own problems say so.
    private IEnumerable<int> Steps(int group)
    {
        if (_ofExperiment.Any(p => p.Problem.Severity == Severity.Error)) return [0];
        return Spread(_sweep.Space.Groups.Where((_, i) => i != group).Select(g => g.Length).Append(1).Max(), MostPoints);
    }

    private static IEnumerable<int> Spread(int count, int most) => count <= most
        ? Enumerable.Range(0, count)
        : Enumerable.Range(0, most).Select(k => (int)((long)k * (count - 1) / (most - 1)));

    // All other groups move on together, each from its first value.
    private int[] Places(int group, int place, int step) =>
        [.. _sweep.Space.Groups.Select((g, i) => i == group ? place : step % g.Length)];

    private IReadOnlyList<LocatedProblem> Problems(IReadOnlyList<KeySetting> settings) => _experiment.With(settings).Problems;

    // What two keys disagree about is located in the experiment, which is sound without this value.
    private Location Place(Location at, int group, int place) =>
        at.Source != _sweep.File && at.Source.Order < _firstOfValues ? _sweep.At(group, place) : at;
}
