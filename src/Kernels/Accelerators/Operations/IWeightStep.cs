using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>What a rule does with one weight's mean gradient, as a type, so that a kernel is compiled for it.</summary>
internal interface IWeightStep
{
    /// <summary>Whether weights may move without a gradient, so that no line can be skipped.</summary>
    bool MovesIdleLines { get; }

    /// <summary>Uses the gradient; the weight and all that belongs to it are the one thread's that asks.</summary>
    /// <param name="replica">Replica, from 0.</param>
    /// <param name="cell">Weight within the replica's layer.</param>
    /// <param name="cells">Weights of the layer.</param>
    /// <param name="gradient">Its mean gradient.</param>
    void Apply(int replica, int cell, int cells, float gradient);
}

/// <summary>w -= rate x g.</summary>
/// <param name="Rates">Learning rates, [replicas].</param>
/// <param name="Weights">(in, out) [replicas x rows x outputs].</param>
internal readonly record struct SgdStep(ArrayView<float> Rates, ArrayView<float> Weights) : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(int replica, int cell, int cells, float gradient)
    {
        var at = replica * cells + cell;
        Weights[at] = Fused.MultiplyAdd(-Rates[replica], gradient, Weights[at]);
    }
}

/// <summary>A step of Adam.</summary>
/// <param name="Factors">Its numbers, [replicas].</param>
/// <param name="Weights">(in, out) [replicas x rows x outputs].</param>
/// <param name="First">First moments (in, out), as many.</param>
/// <param name="Second">Second moments (in, out), as many.</param>
internal readonly record struct AdamStep(
    ArrayView<AdamFactors> Factors, ArrayView<float> Weights, ArrayView<float> First, ArrayView<float> Second) : IWeightStep
{
    public bool MovesIdleLines => true;

    public void Apply(int replica, int cell, int cells, float gradient)
    {
        var at = replica * cells + cell;
        var factors = Factors[replica];
        var first = factors.First(First[at], gradient);
        var second = factors.Second(Second[at], gradient);
        First[at] = first;
        Second[at] = second;
        Weights[at] = factors.Weight(Weights[at], first, second);
    }
}

/// <summary>A step of an Adam that remembers nothing.</summary>
/// <param name="Factors">Its numbers, those of a first step, [replicas].</param>
/// <param name="Weights">(in, out) [replicas x rows x outputs].</param>
internal readonly record struct FreshAdamStep(ArrayView<AdamFactors> Factors, ArrayView<float> Weights) : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(int replica, int cell, int cells, float gradient)
    {
        var at = replica * cells + cell;
        var factors = Factors[replica];
        Weights[at] = factors.Weight(Weights[at], factors.First(0f, gradient), factors.Second(0f, gradient));
    }
}

/// <summary>Keeps the gradient, for a quantile of it.</summary>
/// <param name="Gradients">(out) [replicas x rows x outputs].</param>
internal readonly record struct GradientStep(ArrayView<float> Gradients) : IWeightStep
{
    public bool MovesIdleLines => true;

    public void Apply(int replica, int cell, int cells, float gradient) => Gradients[replica * cells + cell] = gradient;
}
