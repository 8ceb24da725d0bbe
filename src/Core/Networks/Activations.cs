namespace CrossbarSim.Core.Networks;

/// <summary>Activation functions and their slopes in double precision.</summary>
public static class Activations
{
    /// <summary>Value of the activation at a sum z.</summary>
    /// <param name="kind">Which function.</param>
    /// <param name="z">The sum.</param>
    public static double Value(Activation kind, double z) => kind switch
    {
        Activation.Relu => z > 0 ? z : 0,
        Activation.Sigmoid => 1 / (1 + Math.Exp(-z)),
        Activation.Tanh => Math.Tanh(z),
        _ => z,
    };

    /// <summary>Derivative of the activation at a sum z; that of relu at 0 is 0.</summary>
    /// <param name="kind">Which function.</param>
    /// <param name="z">The sum.</param>
    public static double Slope(Activation kind, double z)
    {
        var value = Value(kind, z);
        return kind switch
        {
            Activation.Relu => z > 0 ? 1 : 0,
            Activation.Sigmoid => value * (1 - value),
            Activation.Tanh => 1 - value * value,
            _ => 1,
        };
    }
}
