namespace CrossbarSim.Experiments.Comparing;

/// <summary>A device and what its seeds came to.</summary>
/// <param name="Device">The device.</param>
/// <param name="Seeds">Its runs, in the order of seeds.</param>
public sealed record ComparedRuns(ComparedDevice Device, IReadOnlyList<RunFigures> Seeds)
{
    /// <summary>Accuracy of each seed after the last epoch.</summary>
    public IReadOnlyList<double> Accuracies => [.. Seeds.Select(seed => seed.Accuracy)];
}
