namespace CrossbarSim.Core.Problems;

/// <summary>How serious a <see cref="Problem"/> is.</summary>
public enum Severity
{
    /// <summary>The work cannot be done as asked.</summary>
    Error,

    /// <summary>The work can be done, but the result may surprise.</summary>
    Warning,
}

/// <summary>One thing that is wrong with what the user gave.</summary>
/// <param name="Code">Stable code, <c>CBS</c> and four digits, listed in docs/errors.md.</param>
/// <param name="Path">Dotted path of the offending key, such as <c>device.gmax</c>; empty for the whole.</param>
/// <param name="Message">What was received and what is allowed.</param>
/// <param name="Severity">Error or warning.</param>
public sealed record Problem(string Code, string Path, string Message, Severity Severity = Severity.Error)
{
    /// <summary>The same problem, seen from one level further up.</summary>
    /// <param name="parent">Key under which the checked value lies.</param>
    public Problem Under(string parent) =>
        this with { Path = Path.Length == 0 ? parent : $"{parent}.{Path}" };
}
