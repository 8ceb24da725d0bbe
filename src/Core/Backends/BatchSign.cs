namespace CrossbarSim.Core.Backends;

/// <summary>
/// One pulse against the gradient wherever the absolute mean gradient exceeds a threshold: an absolute one, or one
/// measured as a quantile of the layer's own gradients.
/// </summary>
/// <param name="Threshold">Absolute threshold, at least 0; not used where there is a quantile.</param>
/// <param name="Quantile">
/// q, 0 .. 1: the threshold of a layer is the nearest-rank q-quantile of the absolute values of its non-zero gradients
/// (the ceil(q n)-th smallest of n, at least the first; 0 where all are zero).
/// </param>
/// <param name="QuantileEvery">
/// The quantile is measured on mini-batches 0, this, 2 x this, ... of every call that trains (an epoch), before their
/// own pulses, and held.
/// </param>
public sealed record BatchSign(double Threshold, double? Quantile = null, int QuantileEvery = 50) : PulseRule;
