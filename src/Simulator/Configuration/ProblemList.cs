using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Collects the problems of one load.</summary>
internal sealed class ProblemList
{
    private readonly List<LocatedProblem> _found = [];

    /// <summary>Notes an error.</summary>
    /// <param name="code">Its stable code.</param>
    /// <param name="path">Dotted path of the key, empty for the whole.</param>
    /// <param name="message">What was received and what is allowed.</param>
    /// <param name="at">Where.</param>
    public void Add(string code, string path, string message, Location at) => Add(new Problem(code, path, message), at);

    /// <summary>Notes a problem that already has its full path.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="at">Where.</param>
    public void Add(Problem problem, Location at) => _found.Add(new LocatedProblem(problem, at));

    /// <summary>
    /// All problems in the order of the files. A device that several layers share is checked for each of them;
    /// its problem is listed once.
    /// </summary>
    public IReadOnlyList<LocatedProblem> Sorted() =>
    [
        .. _found
            .DistinctBy(p => (p.At, p.Problem.Code, p.Problem.Message))
            .OrderBy(p => p.At.Source.Order).ThenBy(p => p.At.Line).ThenBy(p => p.At.Column),
    ];
}
