namespace CrossbarSim.Experiments.Fitting.Noise;

/// <summary>What one pulse of all cycles of a device did beyond its law.</summary>
/// <param name="Count">How many such pulses.</param>
/// <param name="Square">Mean squared residual of the step, as a share of the window squared.</param>
/// <param name="Step">The law's step, as a share of the window.</param>
/// <param name="Kept">Share of a deviation that is left after the pulse: a law that fades forgets.</param>
/// <param name="Pairs">How many of them have a residual one pulse before.</param>
/// <param name="Product">Mean product of both residuals.</param>
internal readonly record struct PulseResidual(
    long Count, double Square, double Step, double Kept, long Pairs, double Product);
