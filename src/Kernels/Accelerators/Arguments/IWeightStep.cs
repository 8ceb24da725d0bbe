using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// What a rule does with the mean gradient of eight weights, as a type, so that a kernel is compiled for it.
/// </summary>
internal interface IWeightStep
{
    /// <summary>Whether weights may move without a gradient, so that no line can be skipped.</summary>
    bool MovesIdleLines { get; }

    /// <summary>Uses the gradient; the weights and all that belongs to them are the one thread's that asks.</summary>
    /// <param name="tile">Replica, word line and outputs.</param>
    /// <param name="at">Index of the first weight.</param>
    /// <param name="outputs">Outputs of the layer; there are no devices behind the padding.</param>
    /// <param name="gradient">Their mean gradient; 0 in the padding.</param>
    void Apply(Tile tile, int at, int outputs, Eight gradient);
}

/// <summary>w -= rate x g.</summary>
/// <param name="Rates">Learning rates, [replicas].</param>
/// <param name="Weights">(in, out) [replicas x rows x stride].</param>
internal readonly record struct SgdStep(ArrayView<float> Rates, ArrayView<float> Weights) : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(Tile tile, int at, int outputs, Eight gradient) =>
        Eight.Load(Weights, at, tile.Step).Plus(-Rates[tile.Replica], gradient).Store(Weights, at, tile.Step);
}

/// <summary>A step of Adam.</summary>
/// <param name="Factors">Its numbers, [replicas].</param>
/// <param name="Weights">(in, out) [replicas x rows x stride].</param>
/// <param name="First">First moments (in, out), as many.</param>
/// <param name="Second">Second moments (in, out), as many.</param>
internal readonly record struct AdamStep(
    ArrayView<AdamFactors> Factors, ArrayView<float> Weights, ArrayView<float> First, ArrayView<float> Second)
    : IWeightStep
{
    public bool MovesIdleLines => true;

    public void Apply(Tile tile, int at, int outputs, Eight gradient)
    {
        var factors = Factors[tile.Replica];
        for (var k = 0; k < Eight.Width; k++, at += tile.Step)
        {
            var first = factors.First(First[at], gradient.At(k));
            var second = factors.Second(Second[at], gradient.At(k));
            First[at] = first;
            Second[at] = second;
            Weights[at] = factors.Weight(Weights[at], first, second);
        }
    }
}

/// <summary>A step of an Adam that remembers nothing.</summary>
/// <param name="Factors">Its numbers, those of a first step, [replicas].</param>
/// <param name="Weights">(in, out) [replicas x rows x stride].</param>
internal readonly record struct FreshAdamStep(ArrayView<AdamFactors> Factors, ArrayView<float> Weights) : IWeightStep
{
    public bool MovesIdleLines => false;

    public void Apply(Tile tile, int at, int outputs, Eight gradient)
    {
        var factors = Factors[tile.Replica];
        for (var k = 0; k < Eight.Width; k++, at += tile.Step)
        {
            var g = gradient.At(k);
            Weights[at] = factors.Weight(Weights[at], factors.First(0f, g), factors.Second(0f, g));
        }
    }
}

/// <summary>Keeps the gradient, for a quantile of it.</summary>
/// <param name="Gradients">(out) [replicas x rows x stride].</param>
internal readonly record struct GradientStep(ArrayView<float> Gradients) : IWeightStep
{
    public bool MovesIdleLines => true;

    public void Apply(Tile tile, int at, int outputs, Eight gradient) => gradient.Store(Gradients, at, tile.Step);
}
