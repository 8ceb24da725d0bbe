using CrossbarSim.Core.Arrays;

namespace CrossbarSim.Core.Backends;

/// <summary>What one of the networks that train together does not share with the others.</summary>
/// <param name="Seed">The run's own seed: its random numbers depend on it and on nothing else of the batch.</param>
/// <param name="Mappings">One per layer: devices and weight of every state.</param>
public sealed record ReplicaPlan(ulong Seed, IReadOnlyList<WeightMapping> Mappings);
