using CrossbarSim.Core.Problems;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>What a file holds, or everything that is wrong with it.</summary>
/// <typeparam name="T">The options.</typeparam>
/// <param name="value">The options; ignored where there are errors.</param>
/// <param name="problems">Errors and warnings, in the order of the files.</param>
internal sealed class LoadResult<T>(T? value, IReadOnlyList<LocatedProblem> problems)
    where T : class
{
    /// <summary>The options, or null where there are errors.</summary>
    public T? Value { get; } = problems.Any(p => p.Problem.Severity == Severity.Error) ? null : value;

    /// <summary>Errors and warnings, in the order of the files.</summary>
    public IReadOnlyList<LocatedProblem> Problems { get; } = problems;

    /// <summary>The options.</summary>
    /// <exception cref="LocatedConfigurationException">There are errors.</exception>
    public T OrThrow() => Value ?? throw new LocatedConfigurationException(Problems);
}
