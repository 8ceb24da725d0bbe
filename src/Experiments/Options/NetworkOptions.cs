using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Experiments.Options;

/// <summary>A dense network with softmax at the output.</summary>
public sealed record NetworkOptions
{
    /// <summary>Sizes of input, hidden layers and output.</summary>
    [Description("Sizes of input, hidden layers and output.")]
    [Length(2, 32), Range(1, 65_536)]
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>Activation of the hidden layers.</summary>
    [Description("Activation of the hidden layers; the output is softmax.")]
    public Activation Activation { get; init; } = Activation.Relu;

    /// <summary>Whether each layer has one more word line whose input is always 1.</summary>
    [Description("Whether each layer has one more word line, the last row, whose input is always 1.")]
    public bool Bias { get; init; }

    /// <summary>The shape that these options describe.</summary>
    public NetworkShape ToShape() => NetworkShape.Dense(Layers, Activation, Bias);
}
