namespace CrossbarSim.Simulator.Configuration;

/// <summary>A file is invalid; carries every problem with its place.</summary>
/// <param name="problems">At least one.</param>
internal sealed class LocatedConfigurationException(IReadOnlyList<LocatedProblem> problems)
    : Exception(string.Join('\n', problems.Select(p => p.Render())))
{
    public IReadOnlyList<LocatedProblem> Problems { get; } = problems;
}
