using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>A problem and the place in the user's text where it arose.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="At">Where.</param>
internal sealed record LocatedProblem(Problem Problem, Location At)
{
    /// <summary>
    /// The problem as the user reads it: <c>file:line:column: error CBSnnnn: path: message</c>, then the line
    /// of the file and a caret under the place.
    /// </summary>
    /// <param name="excerpt">Whether the line of the file is shown.</param>
    public string Render(bool excerpt = true)
    {
        var severity = Problem.Severity == Severity.Error ? "error" : "warning";
        var path = Problem.Path.Length == 0 ? "" : $"{Printable.Short(Problem.Path)}: ";
        var head = $"{At}: {severity} {Problem.Code}: {path}{Problem.Message}";
        return excerpt && At.Source.HasLines ? $"{head}\n{Excerpt.Of(At)}" : head;
    }
}
