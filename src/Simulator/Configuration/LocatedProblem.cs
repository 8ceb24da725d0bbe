using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>A problem and the place in a file where it stands.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Mark">Where.</param>
internal sealed record LocatedProblem(Problem Problem, SourceMark Mark)
{
    /// <summary>
    /// <c>file:line:column: error CBSnnnn: path: message</c>, then the source line with a caret under the
    /// column.
    /// </summary>
    public string Render()
    {
        var place = Mark.Line == 0 ? Mark.File : $"{Mark.File}:{Mark.Line}:{Mark.Column}";
        var path = Problem.Path.Length == 0 ? "" : $"{Problem.Path}: ";
        var head = $"{place}: {Problem.Severity.ToString().ToLowerInvariant()} {Problem.Code}: {path}{Problem.Message}";
        if (Mark.Source.Length == 0) return head;
        var indent = string.Concat(Mark.Source.Take(Mark.Column - 1).Select(letter => letter == '\t' ? '\t' : ' '));
        return $"{head}\n    {Mark.Source}\n    {indent}^";
    }
}
