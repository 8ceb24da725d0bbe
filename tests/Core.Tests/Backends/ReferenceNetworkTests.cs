using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

public sealed class ReferenceNetworkTests
{
    private const int Batch = 3;

    private static readonly double[] Inputs = [.. Enumerable.Range(0, Batch * 3).Select(k => Math.Cos(1.7 * k))];
    private static readonly byte[] Labels = [0, 2, 3];

    [Theory]
    [InlineData(Activation.Relu, false)]
    [InlineData(Activation.Relu, true)]
    [InlineData(Activation.Sigmoid, true)]
    [InlineData(Activation.Tanh, true)]
    [InlineData(Activation.Identity, false)]
    public void Gradients_are_the_slopes_of_the_loss(Activation activation, bool bias)
    {
        // A central difference of step h is off by h^2/6 of the third derivative plus 1e-16/h: 1e-9 here.
        const double Step = 1e-5;
        var network = Network(activation, bias);
        network.Differentiate(Inputs, Labels);
        var gradients = network.Layers.Select(layer => layer.Gradient.ToArray()).ToArray();
        for (var layer = 0; layer < network.Layers.Count; layer++)
            for (var k = 0; k < gradients[layer].Length; k++)
            {
                var slope = (Loss(network, layer, k, Step) - Loss(network, layer, k, -Step)) / (2 * Step);
                Near.Equal(slope, gradients[layer][k], 1e-8, $"layer {layer}, weight {k}");
            }
    }

    [Fact]
    public void Logits_far_apart_give_their_difference_as_loss_and_nothing_overflows()
    {
        var network = new ReferenceNetwork(NetworkShape.Dense([2, 2], Activation.Relu, bias: false));
        Assert.Equal((2_000, 0), network.Score([1_000, -1_000], [1]));
        Assert.Equal((0, 1), network.Score([1_000, -1_000], [0]));
    }

    [Fact]
    public void Of_equal_logits_the_first_class_is_chosen()
    {
        var network = new ReferenceNetwork(NetworkShape.Dense([2, 3], Activation.Relu, bias: false));
        var (loss, correct) = network.Score([1, 1, 1, 1, 1, 1], [0, 2]);
        Near.Equal(2 * Math.Log(3), loss, 1e-15, "loss");
        Assert.Equal(1, correct);
    }

    private static double Loss(ReferenceNetwork network, int layer, int weight, double shift)
    {
        var weights = network.Layers[layer].Weights;
        var kept = weights[weight];
        weights[weight] = kept + shift;
        var loss = network.Score(network.Forward(Inputs, Batch), Labels).Loss / Batch;
        weights[weight] = kept;
        return loss;
    }

    private static ReferenceNetwork Network(Activation activation, bool bias)
    {
        var network = new ReferenceNetwork(NetworkShape.Dense([3, 5, 4], activation, bias));
        foreach (var layer in network.Layers)
            for (var k = 0; k < layer.Weights.Length; k++)
                layer.Weights[k] = Math.Sin(2.3 * k + layer.Shape.Inputs);
        return network;
    }
}
