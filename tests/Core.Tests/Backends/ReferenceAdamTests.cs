using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Adam against a second transcription, from the paper's unfolded sums instead of recursions.</summary>
public sealed class ReferenceAdamTests
{
    private const int Steps = 20;

    private static readonly double[] Inputs = [.. Enumerable.Range(0, 5 * 4).Select(k => 0.5 + 0.5 * Math.Cos(1.7 * k))];
    private static readonly byte[] Labels = [0, 2, 1, 2, 0];

    [Theory]
    [InlineData(0.9, 0.999, 1e-7)]
    [InlineData(0.5, 0.9, 1e-3)]
    [InlineData(0, 0, 1e-8)]
    public void Twenty_steps_are_those_of_the_unfolded_sums(double beta1, double beta2, double epsilon)
    {
        var network = Network();
        var adam = new Adam(0.01, beta1, beta2, epsilon);
        var weights = network.Layers.Select(layer => layer.Weights.ToArray()).ToArray();
        List<double[]>[] gradients = [[], []];
        for (var step = 1; step <= Steps; step++)
        {
            network.Differentiate(Inputs, Labels);
            for (var l = 0; l < 2; l++)
            {
                gradients[l].Add([.. network.Layers[l].Gradient]);
                for (var k = 0; k < weights[l].Length; k++) weights[l][k] -= Move(gradients[l], k, adam);
                network.Layers[l].Descend(adam);
                Near.Equal(weights[l], network.Layers[l].Weights, 1e-12, $"step {step}, layer {l}");
            }
        }

        Assert.Equal(Steps, network.Layers[0].Memory!.Steps);
    }

    [Fact]
    public void A_forgetful_adam_takes_first_steps_only()
    {
        var network = Network();
        for (var step = 1; step <= Steps; step++)
        {
            network.Differentiate(Inputs, Labels);
            var layer = network.Layers[1];
            double[] expected = [.. layer.Weights.Zip(layer.Gradient, (w, g) =>
                w - 0.01 * g / (Math.Abs(g) + 1e-7 / Math.Sqrt(0.001)))];
            foreach (var one in network.Layers) one.Descend(new Adam(0.01, Forget: true));
            Near.Equal(expected, layer.Weights, 1e-12, $"step {step}");
            Assert.Null(layer.Memory);
        }
    }

    // m and v as weighted sums over all gradients so far, the bias correction as two divisions.
    private static double Move(List<double[]> gradients, int k, Adam adam)
    {
        var (m, v, t) = (0.0, 0.0, gradients.Count);
        for (var s = 0; s < t; s++)
        {
            m += (1 - adam.Beta1) * Math.Pow(adam.Beta1, t - 1 - s) * gradients[s][k];
            v += (1 - adam.Beta2) * Math.Pow(adam.Beta2, t - 1 - s) * gradients[s][k] * gradients[s][k];
        }

        var unbias = Math.Sqrt(1 - Math.Pow(adam.Beta2, t)) / (1 - Math.Pow(adam.Beta1, t));
        return adam.Rate * unbias * m / (Math.Sqrt(v) + adam.Epsilon);
    }

    private static ReferenceNetwork Network()
    {
        var network = new ReferenceNetwork(NetworkShape.Dense([4, 6, 3], Activation.Sigmoid, bias: true));
        foreach (var layer in network.Layers)
            for (var k = 0; k < layer.Weights.Length; k++)
                layer.Weights[k] = Math.Sin(2.3 * k + layer.Shape.Inputs);
        return network;
    }
}
