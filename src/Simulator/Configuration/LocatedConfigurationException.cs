namespace CrossbarSim.Simulator.Configuration;

/// <summary>A file that the user gave is invalid; carries every problem found.</summary>
/// <param name="problems">The problems, in the order of the files; at least one.</param>
internal sealed class LocatedConfigurationException(IReadOnlyList<LocatedProblem> problems)
    : Exception(string.Join('\n', problems.Select(p => p.Render())))
{
    /// <summary>The problems, in the order of the files.</summary>
    public IReadOnlyList<LocatedProblem> Problems { get; } = problems;
}
