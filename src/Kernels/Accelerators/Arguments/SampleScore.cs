namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>What one sample's logits give; the host takes the logarithm, in double precision.</summary>
/// <param name="Sum">Sum over the classes of exp(z - largest z), at least 1.</param>
/// <param name="Shifted">z of the label minus the largest z, at most 0.</param>
/// <param name="Hit">1 if the first largest logit is the label's, else 0.</param>
internal readonly record struct SampleScore(float Sum, float Shifted, int Hit)
{
    /// <summary>Cross-entropy of the sample, nats.</summary>
    public double Loss => Math.Log((double)Sum) - Shifted;
}
