namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>Sizes and choices of a call that fires signs.</summary>
/// <param name="Layer">Size of the layer.</param>
/// <param name="OwnerOutputs">
/// Outputs of the layer whose devices are moved: its own, unless counters are
/// shared.
/// </param>
/// <param name="KeepTrained">
/// 1: a weight that was not pulsed keeps its trained value; 0: it is its device's
/// again.
/// </param>
internal readonly record struct SignPulseSize(LayerSize Layer, int OwnerOutputs, int KeepTrained);
