using CrossbarSim.Core.Networks;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// A dense network in double precision with softmax and sparse categorical cross-entropy on the logits:
/// the judge of the fast backends.
/// </summary>
/// <param name="shape">Layers and activation.</param>
/// <param name="readNoise">Noise of the forward passes of each layer; null: none.</param>
public sealed class ReferenceNetwork(NetworkShape shape, IReadOnlyList<ReferenceReadNoise?>? readNoise = null)
{
    /// <summary>Layers and activation.</summary>
    public NetworkShape Shape { get; } = shape;

    /// <summary>The layers, from the input on.</summary>
    public IReadOnlyList<ReferenceLayer> Layers { get; } =
        [.. shape.Layers.Select((s, layer) => new ReferenceLayer(s) { ReadNoise = readNoise?[layer] })];

    /// <summary>Class probabilities of the last batch [batch x classes].</summary>
    public double[] Probabilities { get; private set; } = [];

    /// <summary>Computes the logits of a batch.</summary>
    /// <param name="inputs">[batch x inputs].</param>
    /// <param name="batch">Number of samples.</param>
    /// <param name="reads">Which reads of the devices these are: one for each sample.</param>
    /// <returns>Logits [batch x classes].</returns>
    public double[] Forward(double[] inputs, int batch, ReadNumbers reads = default)
    {
        var values = inputs;
        foreach (var layer in Layers)
        {
            values = layer.Forward(values, batch, reads);
            if (layer != Layers[^1]) values = [.. values.Select(z => Activations.Value(Shape.Activation, z))];
        }

        return values;
    }

    /// <summary>Forward and backward pass: fills gradients, deltas and probabilities.</summary>
    /// <param name="inputs">[batch x inputs].</param>
    /// <param name="labels">Class of each sample.</param>
    /// <param name="reads">Which reads of the devices the forward pass makes: one for each sample.</param>
    public void Differentiate(double[] inputs, ReadOnlySpan<byte> labels, ReadNumbers reads = default)
    {
        var batch = labels.Length;
        Probabilities = Classify(inputs, batch, reads);
        var deltas = Probabilities.ToArray();
        for (var b = 0; b < batch; b++) deltas[b * Shape.Classes + labels[b]] -= 1;
        for (var k = 0; k < deltas.Length; k++) deltas[k] /= batch;
        for (var layer = Layers.Count - 1; layer >= 0; layer--)
        {
            Layers[layer].Backward(deltas, batch);
            if (layer > 0) deltas = HiddenDeltas(layer, deltas, batch);
        }
    }

    /// <summary>Class probabilities of a batch: the softmax of its logits.</summary>
    /// <param name="inputs">[batch x inputs].</param>
    /// <param name="batch">Number of samples.</param>
    /// <param name="reads">Which reads of the devices these are: one for each sample.</param>
    /// <returns>[batch x classes].</returns>
    public double[] Classify(double[] inputs, int batch, ReadNumbers reads = default) =>
        Softmax(Forward(inputs, batch, reads), Shape.Classes);

    /// <summary>Loss and hits of a batch, from its logits.</summary>
    /// <param name="logits">[batch x classes].</param>
    /// <param name="labels">Class of each sample.</param>
    /// <returns>Summed loss and number of samples classified right.</returns>
    public (double Loss, int Correct) Score(double[] logits, ReadOnlySpan<byte> labels)
    {
        var (loss, correct) = (0.0, 0);
        for (var b = 0; b < labels.Length; b++)
        {
            var row = logits.AsSpan(b * Shape.Classes, Shape.Classes);
            loss += CrossEntropy(row, labels[b]);
            if (FirstLargest(row) == labels[b]) correct++;
        }

        return (loss, correct);
    }

    private double[] HiddenDeltas(int layer, double[] deltas, int batch)
    {
        var result = Layers[layer].InputDeltas(deltas, batch);
        var sums = Layers[layer - 1].Sums;
        for (var k = 0; k < result.Length; k++) result[k] *= Activations.Slope(Shape.Activation, sums[k]);
        return result;
    }

    private static double[] Softmax(double[] logits, int classes)
    {
        var result = new double[logits.Length];
        for (var start = 0; start < logits.Length; start += classes)
        {
            var row = logits.AsSpan(start, classes);
            var largest = Largest(row);
            var sum = 0.0;
            for (var c = 0; c < classes; c++) sum += result[start + c] = Math.Exp(row[c] - largest);
            for (var c = 0; c < classes; c++) result[start + c] /= sum;
        }

        return result;
    }

    private static double CrossEntropy(ReadOnlySpan<double> row, int label)
    {
        var (largest, sum) = (Largest(row), 0.0);
        foreach (var z in row) sum += Math.Exp(z - largest);
        return Math.Log(sum) - (row[label] - largest);
    }

    private static double Largest(ReadOnlySpan<double> row) => row[FirstLargest(row)];

    private static int FirstLargest(ReadOnlySpan<double> row)
    {
        var best = 0;
        for (var c = 1; c < row.Length; c++)
            if (row[c] > row[best]) best = c;
        return best;
    }
}
