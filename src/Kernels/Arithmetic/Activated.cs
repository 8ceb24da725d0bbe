using CrossbarSim.Core.Networks;

namespace CrossbarSim.Kernels.Arithmetic;

/// <summary>Activation functions of the float backends; slopes are taken from the value, not the sum.</summary>
public static class Activated
{
    /// <summary>Value of the activation.</summary>
    /// <param name="kind">Which function.</param>
    /// <param name="z">The sum.</param>
    public static float Value(Activation kind, float z) => kind switch
    {
        Activation.Relu => z > 0 ? z : 0f,
        Activation.Sigmoid => Fused.Sigmoid(z),
        Activation.Tanh => Fused.Tanh(z),
        _ => z,
    };

    /// <summary>Derivative of the activation, from its value.</summary>
    /// <param name="kind">Which function.</param>
    /// <param name="value">The activation's value at the sum.</param>
    public static float Slope(Activation kind, float value) => kind switch
    {
        Activation.Relu => value > 0 ? 1f : 0f,
        Activation.Sigmoid => value * (1f - value),
        Activation.Tanh => Fused.MultiplyAdd(-value, value, 1f),
        _ => 1f,
    };
}
