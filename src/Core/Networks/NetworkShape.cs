namespace CrossbarSim.Core.Networks;

/// <summary>Function between a layer's currents and the next layer's inputs.</summary>
public enum Activation
{
    /// <summary>max(0, z).</summary>
    Relu,

    /// <summary>1 / (1 + exp(-z)).</summary>
    Sigmoid,

    /// <summary>tanh z.</summary>
    Tanh,

    /// <summary>z.</summary>
    Identity,
}

/// <summary>One dense layer: an array of word lines (inputs) by bit lines (outputs).</summary>
/// <param name="Inputs">Number of inputs, without the bias line.</param>
/// <param name="Outputs">Number of outputs: bit lines.</param>
/// <param name="Bias">Whether one more word line, the last row, always has input 1.</param>
public readonly record struct LayerShape(int Inputs, int Outputs, bool Bias)
{
    /// <summary>Word lines: inputs, and the bias line if there is one.</summary>
    public int Rows => Bias ? Inputs + 1 : Inputs;

    /// <summary>Weights of the layer: rows times outputs.</summary>
    public int Weights => Rows * Outputs;
}

/// <summary>A dense network: hidden layers with one activation, softmax at the output.</summary>
/// <param name="Layers">The layers, from the input on; each takes what the one before gives.</param>
/// <param name="Activation">Activation of the hidden layers.</param>
public sealed record NetworkShape(IReadOnlyList<LayerShape> Layers, Activation Activation)
{
    /// <summary>Number of inputs of the first layer.</summary>
    public int Inputs => Layers[0].Inputs;

    /// <summary>Number of classes.</summary>
    public int Classes => Layers[^1].Outputs;

    /// <summary>Builds the shape from the sizes of input, hidden layers and output.</summary>
    /// <param name="sizes">At least two sizes, such as 784, 128, 10.</param>
    /// <param name="activation">Activation of the hidden layers.</param>
    /// <param name="bias">Whether every layer has a bias line.</param>
    public static NetworkShape Dense(IReadOnlyList<int> sizes, Activation activation, bool bias) =>
        new([.. sizes.Zip(sizes.Skip(1), (inputs, outputs) => new LayerShape(inputs, outputs, bias))], activation);
}
