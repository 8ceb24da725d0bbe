using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Programming;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>The arrays of one seed: how they were programmed, and what the network of them does.</summary>
/// <param name="Seed">Which devices, and which noise.</param>
/// <param name="Layers">The array of each layer.</param>
/// <param name="Fresh">Figures on the test samples just after programming, before anything ages.</param>
/// <param name="Later">The same at the times of reading.</param>
public sealed record TransferredArray(
    ulong Seed, IReadOnlyList<ProgrammedArray> Layers, Evaluation Fresh, IReadOnlyList<AgeingRow> Later);
