using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>An activation as a type, so that a kernel is compiled for it without a branch.</summary>
internal interface IActivation
{
    /// <summary>The activation at a sum.</summary>
    float Value(float z);

    /// <summary>Its derivative, from its value.</summary>
    float Slope(float value);
}

/// <summary>max(0, z).</summary>
internal readonly struct ReluActivation : IActivation
{
    public float Value(float z) => Activated.Value(Activation.Relu, z);

    public float Slope(float value) => Activated.Slope(Activation.Relu, value);
}

/// <summary>1 / (1 + exp(-z)).</summary>
internal readonly struct SigmoidActivation : IActivation
{
    public float Value(float z) => Activated.Value(Activation.Sigmoid, z);

    public float Slope(float value) => Activated.Slope(Activation.Sigmoid, value);
}

/// <summary>tanh z.</summary>
internal readonly struct TanhActivation : IActivation
{
    public float Value(float z) => Activated.Value(Activation.Tanh, z);

    public float Slope(float value) => Activated.Slope(Activation.Tanh, value);
}

/// <summary>z; also the output layer's, whose values are the logits.</summary>
internal readonly struct IdentityActivation : IActivation
{
    public float Value(float z) => Activated.Value(Activation.Identity, z);

    public float Slope(float value) => Activated.Slope(Activation.Identity, value);
}
