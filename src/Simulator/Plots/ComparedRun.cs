namespace CrossbarSim.Simulator.Plots;

/// <summary>One curve of a comparison: the same experiment with one or several seeds.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="Seeds">The epochs of each seed; NaN where not evaluated.</param>
public sealed record ComparedRun(string Name, IReadOnlyList<IReadOnlyList<EpochPoint>> Seeds)
{
    /// <summary>A run with one seed.</summary>
    /// <param name="name">Name in the legend.</param>
    /// <param name="epochs">Its epochs.</param>
    public static ComparedRun OfOneSeed(string name, IReadOnlyList<EpochPoint> epochs) => new(name, [epochs]);
}
