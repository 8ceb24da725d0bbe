using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Results;

/// <summary>State of a run after an epoch: what a checkpoint holds.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Epoch">Epochs done; 0 before any.</param>
/// <param name="Layers">State of every layer; <see cref="LayerState.Weights"/> null where the devices' are meant.</param>
public sealed record StateSnapshot(ulong Seed, int Epoch, IReadOnlyList<LayerState> Layers);
