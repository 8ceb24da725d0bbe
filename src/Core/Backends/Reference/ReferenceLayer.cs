using CrossbarSim.Core.Networks;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// One dense layer in double precision, written to be read: weights, and what the last batch gave.
/// All arrays are row-major.
/// </summary>
/// <param name="shape">Inputs, outputs, bias line.</param>
public sealed class ReferenceLayer(LayerShape shape)
{
    /// <summary>Inputs, outputs, bias line.</summary>
    public LayerShape Shape { get; } = shape;

    /// <summary>Weights [rows x outputs].</summary>
    public double[] Weights { get; } = new double[shape.Weights];

    /// <summary>Inputs of the last batch [batch x inputs].</summary>
    public double[] Inputs { get; private set; } = [];

    /// <summary>Sums z = x W of the last batch [batch x outputs].</summary>
    public double[] Sums { get; private set; } = [];

    /// <summary>Mean gradient of the last batch [rows x outputs].</summary>
    public double[] Gradient { get; } = new double[shape.Weights];

    /// <summary>Derivative of the last batch's mean loss by the sums [batch x outputs].</summary>
    public double[] Deltas { get; private set; } = [];

    /// <summary>What <see cref="Adam"/> remembers; null: nothing yet.</summary>
    public Moments? Memory { get; set; }

    /// <summary>What <see cref="Accumulate"/> has gathered [rows x outputs]; null: nothing yet.</summary>
    public float[]? Accumulators { get; set; }

    /// <summary>Noise of forward passes; null: none.</summary>
    public ReferenceReadNoise? ReadNoise { get; init; }

    /// <summary>Inputs of all word lines, of one sample of the last batch.</summary>
    /// <param name="sample">Sample of the batch, from 0.</param>
    public double[] InputsOf(int sample) => [.. Enumerable.Range(0, Shape.Rows).Select(row => Input(sample, row))];

    /// <summary>Deltas of all bit lines, of one sample of the last batch.</summary>
    /// <param name="sample">Sample of the batch, from 0.</param>
    public double[] DeltasOf(int sample) => Deltas[(sample * Shape.Outputs)..((sample + 1) * Shape.Outputs)];

    /// <summary>z = x W, inputs in order; the bias line comes last with input 1.</summary>
    /// <param name="inputs">[batch x inputs].</param>
    /// <param name="batch">Number of samples.</param>
    /// <param name="reads">Which reads of the devices these are: one for each sample.</param>
    /// <returns>[batch x outputs].</returns>
    public double[] Forward(double[] inputs, int batch, ReadNumbers reads = default)
    {
        Inputs = inputs;
        Sums = new double[batch * Shape.Outputs];
        for (var b = 0; b < batch; b++)
            for (var i = 0; i < Shape.Rows; i++)
                for (var j = 0; j < Shape.Outputs; j++)
                    Sums[b * Shape.Outputs + j] += Input(b, i) * Weights[i * Shape.Outputs + j];
        if (reads.AreNoisy && ReadNoise is not null)
            for (var b = 0; b < batch; b++) Disturb(b, ReadNoise, reads);
        return Sums;
    }

    /// <summary>Gradient of the weights: sum over the batch of x times delta.</summary>
    /// <param name="deltas">Derivative of the mean loss by z, [batch x outputs].</param>
    /// <param name="batch">Number of samples.</param>
    public void Backward(double[] deltas, int batch)
    {
        Deltas = deltas;
        Array.Clear(Gradient);
        for (var b = 0; b < batch; b++)
            for (var i = 0; i < Shape.Rows; i++)
                for (var j = 0; j < Shape.Outputs; j++)
                    Gradient[i * Shape.Outputs + j] += Input(b, i) * deltas[b * Shape.Outputs + j];
    }

    /// <summary>Derivative of the loss by this layer's inputs: delta W transposed.</summary>
    /// <param name="deltas">Derivative of the mean loss by z, [batch x outputs].</param>
    /// <param name="batch">Number of samples.</param>
    /// <returns>[batch x inputs].</returns>
    public double[] InputDeltas(double[] deltas, int batch)
    {
        var result = new double[batch * Shape.Inputs];
        for (var b = 0; b < batch; b++)
            for (var i = 0; i < Shape.Inputs; i++)
                for (var j = 0; j < Shape.Outputs; j++)
                    result[b * Shape.Inputs + i] += deltas[b * Shape.Outputs + j] * Weights[i * Shape.Outputs + j];
        return result;
    }

    /// <summary>One step of an optimiser on <see cref="Gradient"/>.</summary>
    /// <param name="optimizer">Which, and its numbers.</param>
    public void Descend(Optimizer optimizer)
    {
        if (optimizer is Adam adam) DescendAdam(adam);
        else
            for (var k = 0; k < Weights.Length; k++) Weights[k] -= optimizer.Rate * Gradient[k];
    }

    private void Disturb(int sample, ReferenceReadNoise noise, ReadNumbers reads)
    {
        var inputs = InputsOf(sample);
        for (var j = 0; j < Shape.Outputs; j++)
            Sums[sample * Shape.Outputs + j] += noise.Of(inputs, j, reads.Kind, reads.Of(sample));
    }

    private void DescendAdam(Adam adam)
    {
        var moments = adam.Forget ? Moments.Zero(Weights.Length) : Memory ?? Moments.Zero(Weights.Length);
        moments = moments with { Steps = moments.Steps + 1 };
        var (first, second, rate) = (moments.First, moments.Second, adam.RateAt(moments.Steps));
        for (var k = 0; k < Weights.Length; k++)
        {
            first[k] += (1 - adam.Beta1) * (Gradient[k] - first[k]);
            second[k] += (1 - adam.Beta2) * (Gradient[k] * Gradient[k] - second[k]);
            Weights[k] -= rate * first[k] / (Math.Sqrt(second[k]) + adam.Epsilon);
        }

        if (!adam.Forget) Memory = moments;
    }

    private double Input(int sample, int row) => row < Shape.Inputs ? Inputs[sample * Shape.Inputs + row] : 1;
}
