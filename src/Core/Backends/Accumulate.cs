namespace CrossbarSim.Core.Backends;

/// <summary>
/// A float32 accumulator per weight gathers rate x mean gradient; where it exceeds the step of the nominal law
/// (<see cref="Arrays.NominalSteps"/>) at the device's P in the direction against it, a pulse is fired and the step
/// taken off; again until it no longer does, or the pulses of the update are used up. A pulse that is refused cuts the
/// accumulator to the step. A weight whose gradient is exactly 0 (its word line was idle in the whole mini-batch) is left
/// alone, whatever it has gathered.
/// </summary>
/// <param name="Rate">Learning rate, above 0.</param>
/// <param name="MaxPulses">Most pulses of one weight in one update, at least 1.</param>
/// <remarks>
/// Of a pair that moves both devices the step is the sum of the steps of those that can move, or, where neither can, of
/// the steps that lead back. S. R. Nandakumar et al.: Mixed-precision deep learning based on computational memory.
/// Front. Neurosci. 14:406 (2020), doi:10.3389/fnins.2020.00406.
/// </remarks>
public sealed record Accumulate(double Rate, int MaxPulses = 1) : PulseRule;
