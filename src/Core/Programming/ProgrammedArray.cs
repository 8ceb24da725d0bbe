using CrossbarSim.Core.Backends;

namespace CrossbarSim.Core.Programming;

/// <summary>The array of one layer after its weights were programmed.</summary>
/// <param name="State">Where each device stands, and what was fired at it.</param>
/// <param name="Cells">How the programming of each device ended.</param>
/// <param name="Errors">How far each device is from its target, share of the nominal window.</param>
/// <param name="Clipped">Weights that the mapping cannot reach; their nearest end was programmed.</param>
public sealed record ProgrammedArray(
    LayerState State, IReadOnlyList<CellOutcome> Cells, IReadOnlyList<double> Errors, int Clipped);
