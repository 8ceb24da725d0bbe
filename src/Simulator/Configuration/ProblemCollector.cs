using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Gathers problems while a file is read, so that all are reported at once.</summary>
internal sealed class ProblemCollector
{
    private readonly List<LocatedProblem> _problems = [];

    /// <summary>How many so far.</summary>
    public int Count => _problems.Count;

    /// <summary>Adds an error.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="path">Path of the key.</param>
    /// <param name="message">What was received and what is allowed.</param>
    /// <param name="mark">Where.</param>
    public void Add(string code, string path, string message, SourceMark mark) =>
        Add(new LocatedProblem(new Problem(code, path, message), mark));

    /// <summary>Adds a problem.</summary>
    public void Add(LocatedProblem problem) => _problems.Add(problem);

    /// <summary>Fails with all problems, in the order of the files, if there are errors.</summary>
    /// <exception cref="LocatedConfigurationException">There is an error.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0) throw new LocatedConfigurationException(Sorted());
    }

    private List<LocatedProblem> Sorted()
    {
        var files = _problems.Select(p => p.Mark.File).Distinct().ToList();
        return [.. _problems.OrderBy(p => files.IndexOf(p.Mark.File)).ThenBy(p => p.Mark.Line).ThenBy(p => p.Mark.Column)];
    }
}
