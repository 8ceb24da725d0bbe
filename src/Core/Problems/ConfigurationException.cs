namespace CrossbarSim.Core.Problems;

/// <summary>What the user asked for is invalid; carries every problem found, not only the first.</summary>
/// <param name="problems">The problems, in the order of the file; at least one.</param>
public sealed class ConfigurationException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems.Select(p => $"{p.Code}: {p.Path}: {p.Message}")))
{
    /// <summary>Creates the exception for a single problem.</summary>
    /// <param name="problem">The problem.</param>
    public ConfigurationException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>The problems, in the order of the file.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
