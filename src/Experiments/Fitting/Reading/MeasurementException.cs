namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>A measured file cannot be used; carries every problem found.</summary>
/// <param name="problems">The problems, in the order of the file; at least one.</param>
public sealed class MeasurementException(IReadOnlyList<MeasurementProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>The problems, in the order of the file.</summary>
    public IReadOnlyList<MeasurementProblem> Problems { get; } = problems;
}
