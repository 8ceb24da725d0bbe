using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Runs;

/// <summary>A run that is about to start or to go on.</summary>
/// <param name="Name">Name for progress and results.</param>
/// <param name="Options">The experiment.</param>
/// <param name="Folder">Where to: a new folder, or that of a run to go on with.</param>
/// <param name="Resume">Whether the folder already holds the run.</param>
internal sealed record PlannedRun(string Name, ExperimentOptions Options, string Folder, bool Resume);
