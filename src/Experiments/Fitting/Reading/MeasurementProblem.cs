using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>What is wrong with, or odd about, a measured file.</summary>
/// <param name="Code">Stable code, listed in docs/errors.md.</param>
/// <param name="File">The file.</param>
/// <param name="Line">Line, from 1; null: the whole file.</param>
/// <param name="Path">The column or device that is meant; empty: the whole line.</param>
/// <param name="Message">What was found, and what it looks like.</param>
/// <param name="Severity">Error or warning.</param>
public sealed record MeasurementProblem(
    string Code, string File, long? Line, string Path, string Message, Severity Severity = Severity.Error)
{
    /// <summary>One line: place, code, what is meant, message.</summary>
    public override string ToString()
    {
        var place = Line is { } line ? FormattableString.Invariant($"{File}:{line}") : File;
        var path = Path.Length == 0 ? "" : $"{Path}: ";
        return $"{place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {path}{Message}";
    }
}
