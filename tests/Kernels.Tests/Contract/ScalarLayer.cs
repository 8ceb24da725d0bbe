using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>
/// One layer in the float contract: simple loops, every sum in the order that all float backends keep.
/// </summary>
internal sealed class ScalarLayer(LayerShape shape, ScalarDevices devices)
{
    public LayerShape Shape => shape;

    public ScalarDevices Devices => devices;

    public Moments? Moments { get; set; }

    public float[]? Accumulators { get; set; }

    public float HeldThreshold { get; set; }

    public float[] Weights { get; private set; } = new float[shape.Weights];

    public float[] Before { get; private set; } = new float[shape.Weights];

    public void Write(LayerState state)
    {
        devices.Write(state);
        Moments = state.Moments?.Copy();
        Accumulators = state.Accumulators?.ToArray();
        Weights = state.Weights is { } given
            ? [.. given.Select(w => (float)w)]
            : [.. Enumerable.Range(0, shape.Weights).Select(devices.WeightOf)];
        Before = [.. Weights];
    }

    public LayerState Read()
    {
        var state = devices.Read();
        state.Weights = [.. Weights.Select(w => (double)w)];
        state.Moments = Moments?.Copy();
        state.Accumulators = Accumulators?.ToArray();
        return state;
    }

    /// <summary>z [batch x outputs], inputs in order, bias line last.</summary>
    public float[] Forward(float[] inputs, int batch, ReadNumbers reads)
    {
        var sums = new float[batch * shape.Outputs];
        for (var b = 0; b < batch; b++)
            for (var j = 0; j < shape.Outputs; j++)
            {
                var (z, squares) = (0f, 0f);
                for (var i = 0; i < shape.Rows; i++)
                {
                    var x = Input(inputs, b, i);
                    (z, squares) = (Fused.MultiplyAdd(x, Weights[i * shape.Outputs + j], z), Fused.MultiplyAdd(x, x, squares));
                }

                sums[b * shape.Outputs + j] = devices.WithReadNoise(squares, z, j, reads, b);
            }

        return sums;
    }

    /// <summary>Delta W transposed, times the slope of the inputs' activation [batch x inputs].</summary>
    public float[] Backward(float[] deltas, float[] inputs, Activation activation, int batch)
    {
        var result = new float[batch * shape.Inputs];
        for (var b = 0; b < batch; b++)
            for (var i = 0; i < shape.Inputs; i++)
            {
                var d = 0f;
                for (var j = 0; j < shape.Outputs; j++)
                    d = Fused.MultiplyAdd(deltas[b * shape.Outputs + j], Weights[i * shape.Outputs + j], d);
                result[b * shape.Inputs + i] = d * Activated.Slope(activation, inputs[b * shape.Inputs + i]);
            }

        return result;
    }

    /// <summary>Mean gradient [rows x outputs], summed in the order of the batch.</summary>
    public float[] Gradient(float[] inputs, float[] deltas, int batch)
    {
        var gradient = new float[shape.Weights];
        for (var i = 0; i < shape.Rows; i++)
            for (var j = 0; j < shape.Outputs; j++)
                for (var b = 0; b < batch; b++)
                    gradient[i * shape.Outputs + j] = Fused.MultiplyAdd(
                        Input(inputs, b, i), deltas[b * shape.Outputs + j], gradient[i * shape.Outputs + j]);
        return gradient;
    }

    /// <summary>The input of a word line in a sample; 1 on the bias line.</summary>
    public float Input(float[] inputs, int b, int i) => i < shape.Inputs ? inputs[b * shape.Inputs + i] : 1f;

    /// <summary>Fires one weight pulse and takes the new weight.</summary>
    public bool Fire(int cell, bool rising)
    {
        var fired = devices.Fire(cell, rising);
        if (fired) Weights[cell] = devices.WeightOf(cell);
        return fired;
    }
}
