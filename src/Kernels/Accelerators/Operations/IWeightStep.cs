using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>What an optimiser does with one weight's gradient, as a type, so that a kernel is compiled for it.</summary>
internal interface IWeightStep
{
    /// <summary>The weight after the step; what is remembered of a cell belongs to the one thread that asks.</summary>
    float Next(int cell, float weight, float gradient);
}

/// <summary>w -= rate x g.</summary>
/// <param name="Rate">Learning rate.</param>
internal readonly record struct SgdStep(float Rate) : IWeightStep
{
    public float Next(int cell, float weight, float gradient) => Fused.MultiplyAdd(-Rate, gradient, weight);
}

/// <summary>A step of Adam.</summary>
/// <param name="Factors">Its numbers.</param>
/// <param name="First">First moments (in, out) [rows x outputs].</param>
/// <param name="Second">Second moments (in, out) [rows x outputs].</param>
internal readonly record struct AdamStep(AdamFactors Factors, ArrayView<float> First, ArrayView<float> Second) : IWeightStep
{
    public float Next(int cell, float weight, float gradient)
    {
        var first = Factors.First(First[cell], gradient);
        var second = Factors.Second(Second[cell], gradient);
        First[cell] = first;
        Second[cell] = second;
        return Factors.Weight(weight, first, second);
    }
}

/// <summary>A step of an Adam that remembers nothing.</summary>
/// <param name="Factors">Its numbers, those of a first step.</param>
internal readonly record struct FreshAdamStep(AdamFactors Factors) : IWeightStep
{
    public float Next(int cell, float weight, float gradient) =>
        Factors.Weight(weight, Factors.First(0f, gradient), Factors.Second(0f, gradient));
}
