using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>
/// Coincidences of stochastic pulse trains at one layer in the float contract: samples in order, slot by slot.
/// </summary>
internal static class ScalarTrains
{
    public static void Apply(
        Stochastic rule, ScalarLayer layer, float[] inputs, float[] deltas, int batch, ulong seed, int index, long firstSample)
    {
        for (var b = 0; b < batch; b++)
        {
            var sample = b;
            float[] x = [.. Enumerable.Range(0, layer.Shape.Rows).Select(i => layer.Input(inputs, sample, i))];
            var outputs = layer.Shape.Outputs;
            Apply(rule, layer, x, deltas[(b * outputs)..((b + 1) * outputs)], seed, index, (uint)(firstSample + b));
        }
    }

    private static void Apply(Stochastic rule, ScalarLayer layer, float[] x, float[] delta, ulong seed, int index, uint step)
    {
        var plan = PulseTrains.Plan(
            TrainSettings.Of(rule, layer.Devices.Granularity), x.Max(MathF.Abs), delta.Max(MathF.Abs));
        var rows = new RandomNumbers(seed, StreamKind.WordLineTrain, index);
        var columns = new RandomNumbers(seed, StreamKind.BitLineTrain, index);
        for (var slot = 0; slot < plan.Length; slot++)
            for (var i = 0; i < x.Length; i++)
            {
                if (!Fires(rows, i, step, slot, plan.RowFactor * MathF.Abs(x[i]))) continue;
                for (var j = 0; j < delta.Length; j++)
                    if (Fires(columns, j, step, slot, plan.ColumnFactor * MathF.Abs(delta[j])))
                        layer.Fire(i * delta.Length + j, rising: x[i] < 0 != delta[j] < 0);
            }
    }

    private static bool Fires(RandomNumbers numbers, int line, uint step, int slot, float probability)
    {
        var block = numbers.Words((uint)line, step, (uint)slot / 4);
        uint[] words = [block.W0, block.W1, block.W2, block.W3];
        return PulseTrains.Fires(words[slot % 4], PulseTrains.Bound(probability));
    }
}
