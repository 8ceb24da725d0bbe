namespace CrossbarSim.Core.Backends;

/// <summary>
/// What is done with each mini-batch: an <see cref="Optimizer"/> moves float weights, a <see cref="PulseRule"/> fires
/// whole pulses at the devices.
/// </summary>
public abstract record BatchRule;

/// <summary>How a mini-batch's mean gradient becomes pulses; weights are always those of the devices.</summary>
public abstract record PulseRule : BatchRule;
