using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>What a transfer came to.</summary>
/// <param name="Network">The float network.</param>
/// <param name="Options">How it was programmed.</param>
/// <param name="Mapping">The mapping, with the weight scale of each layer.</param>
/// <param name="Before">Figures of the float network on the test samples.</param>
/// <param name="Arrays">One per seed.</param>
public sealed record TransferResult(
    FloatNetwork Network,
    TransferOptions Options,
    MappingOptions Mapping,
    Evaluation Before,
    IReadOnlyList<TransferredArray> Arrays);
