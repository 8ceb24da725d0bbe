namespace CrossbarSim.Simulator.Runs;

/// <summary>What the runs of a batch save, and when.</summary>
/// <param name="CheckpointEvery">
/// Least time between two states; rows of epochs after the last one are computed again when a killed run goes on.
/// </param>
/// <param name="Pictures">Whether each run gets its pictures.</param>
internal sealed record RunSaving(TimeSpan CheckpointEvery, bool Pictures);
