using CrossbarSim.Core.Problems;

namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>A command would exceed a limit. Nothing of it was sent.</summary>
/// <param name="problem">Which limit, what was asked and what is allowed.</param>
public sealed class SafetyLimitException(Problem problem) : Exception($"{problem.Code}: {problem.Message}")
{
    /// <summary>Which limit, what was asked and what is allowed.</summary>
    public Problem Problem { get; } = problem;
}
