using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Collects the problems of one file.</summary>
/// <param name="file">The file.</param>
internal sealed class ProblemBook(string file)
{
    // A file of another program is wrong in every line: the first ones say it all.
    private const int MostErrors = 20;

    private readonly List<MeasurementProblem> _problems = [];
    private int _errors;

    /// <summary>What is odd, but can be used.</summary>
    public IReadOnlyList<MeasurementProblem> Warnings => [.. _problems.Where(p => p.Severity == Severity.Warning)];

    /// <summary>Notes an error.</summary>
    public void Error(string code, long? line, string path, string message)
    {
        _problems.Add(new MeasurementProblem(code, file, line, path, message));
        if (++_errors == MostErrors) ThrowIfAny();
    }

    /// <summary>Notes a warning.</summary>
    public void Warn(string code, long? line, string path, string message) =>
        _problems.Add(new MeasurementProblem(code, file, line, path, message, Severity.Warning));

    /// <summary>Ends the work where there are errors.</summary>
    /// <exception cref="MeasurementException">There are.</exception>
    public void ThrowIfAny()
    {
        if (_errors > 0) throw new MeasurementException([.. _problems.Where(p => p.Severity == Severity.Error)]);
    }
}
