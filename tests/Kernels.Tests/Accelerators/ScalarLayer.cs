using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>One layer in the float contract: simple loops, every sum in the order that all float backends keep.</summary>
internal sealed class ScalarLayer(LayerShape shape, WeightMapping mapping)
{
    public LayerShape Shape => shape;

    public LayerState Devices { get; set; } = new(shape.Weights * mapping.DevicesPerWeight);

    public Moments? Moments { get; set; }

    public float[] Weights { get; set; } = new float[shape.Weights];

    public float[] Before { get; set; } = new float[shape.Weights];

    /// <summary>z [batch x outputs], inputs in order, bias line last.</summary>
    public float[] Forward(float[] inputs, int batch)
    {
        var sums = new float[batch * shape.Outputs];
        for (var b = 0; b < batch; b++)
            for (var j = 0; j < shape.Outputs; j++)
            {
                var z = 0f;
                for (var i = 0; i < shape.Rows; i++)
                    z = Fused.MultiplyAdd(Input(inputs, b, i), Weights[i * shape.Outputs + j], z);
                sums[b * shape.Outputs + j] = z;
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

    /// <summary>One step of the optimiser, with g summed in the order of the batch.</summary>
    public void Update(float[] inputs, float[] deltas, int batch, Optimizer optimizer)
    {
        if (optimizer is Adam { Forget: true }) Moments = null;
        if (optimizer is Adam)
        {
            Moments ??= Moments.Zero(Weights.Length);
            Moments = Moments with { Steps = Moments.Steps + 1 };
        }

        for (var i = 0; i < shape.Rows; i++)
            for (var j = 0; j < shape.Outputs; j++)
            {
                var g = 0f;
                for (var b = 0; b < batch; b++)
                    g = Fused.MultiplyAdd(Input(inputs, b, i), deltas[b * shape.Outputs + j], g);
                var k = i * shape.Outputs + j;
                if (optimizer is Adam adam) MoveByAdam(adam, k, g);
                else Weights[k] = Fused.MultiplyAdd(-(float)optimizer.Rate, g, Weights[k]);
            }

        if (optimizer is Adam { Forget: true }) Moments = null;
    }

    private void MoveByAdam(Adam adam, int k, float g)
    {
        var (m, v) = ((float)Moments!.First[k], (float)Moments.Second[k]);
        m = Settle(MathF.FusedMultiplyAdd((float)(1 - adam.Beta1), g - m, m));
        v = Settle(MathF.FusedMultiplyAdd((float)(1 - adam.Beta2), MathF.FusedMultiplyAdd(g, g, -v), v));
        (Moments.First[k], Moments.Second[k]) = (m, v);
        var denominator = MathF.Sqrt(v) + (float)adam.Epsilon;
        Weights[k] = MathF.FusedMultiplyAdd(-(float)adam.RateAt(Moments.Steps), m / denominator, Weights[k]);
    }

    private static float Settle(float moment) => MathF.Abs(moment) < MathF.ScaleB(1, -100) ? 0f : moment;

    /// <summary>The weight of the devices of a cell, which may be another layer's.</summary>
    public float WeightOf(LayerState devices, int cell) => mapping.DevicesPerWeight == 1
        ? (float)mapping.Table[devices.Pulses[cell]]
        : (float)mapping.Table[devices.Pulses[2 * cell]] - (float)mapping.Table[devices.Pulses[2 * cell + 1]];

    /// <summary>Fires one weight pulse at the devices of a cell.</summary>
    public bool Fire(LayerState devices, int cell, int direction)
    {
        if (direction == 0) return false;
        if (mapping.DevicesPerWeight == 1) return FireDevice(devices, cell, direction);
        var plus = FireDevice(devices, 2 * cell, direction);
        return FireDevice(devices, 2 * cell + 1, -direction) || plus;
    }

    private bool FireDevice(LayerState devices, int device, int direction)
    {
        var next = devices.Pulses[device] + direction;
        var inside = next >= 0 && next <= mapping.Pulses;
        if (inside) devices.Pulses[device] = next;
        var account = !inside ? devices.RefusedPulses
            : direction > 0 ? devices.PotentiationPulses : devices.DepressionPulses;
        account[device]++;
        return inside;
    }

    private float Input(float[] inputs, int b, int i) => i < shape.Inputs ? inputs[b * shape.Inputs + i] : 1f;
}
