using CrossbarSim.Core.Networks;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>A trained network of float weights.</summary>
/// <param name="Shape">Its layers and activation.</param>
/// <param name="Weights">One array per layer, [rows x outputs]; with a bias, that is the last row.</param>
public sealed record FloatNetwork(NetworkShape Shape, IReadOnlyList<double[]> Weights);
