using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>One point of a sweep, resolved.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="Identity">Hash of its resolved configuration; the same in every plan that has the point.</param>
/// <param name="Options">Its experiment; null: it is impossible.</param>
/// <param name="Error">Why it is impossible; null: it is not.</param>
internal sealed record SweepPoint(long Index, string Identity, ExperimentOptions? Options, string? Error);
