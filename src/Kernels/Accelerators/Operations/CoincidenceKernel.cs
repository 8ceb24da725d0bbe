using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Fires a pulse at every device in every slot in which both of its lines do, the samples of a batch one after the
/// other. Twin on the CPU: StochasticPulses. Four bytes of trains per sample and device; most words have no bit in
/// common.
/// </summary>
internal static class CoincidenceKernel
{
    /// <summary>One thread per eight weights of a word line of a replica, which owns their devices.</summary>
    public static void Run<TLines, TOrder>(
        Index1D item,
        LayerSize size,
        TLines lines,
        DeviceArrays devices,
        TrainViews trains,
        ArrayView<float> deltas,
        ArrayView<float> weights)
        where TLines : struct, ILineInputs
        where TOrder : struct, ITileOrder
    {
        // lines: inputs by word line; deltas [replicas x batch x stride]; weights (out) [replicas x rows x stride].
        var tile = Tile.Of<TOrder>(item, size.Tiles, size.Rows);
        var at = tile.Replica * size.Slots + tile.Line * size.Stride + tile.First;
        var entries = tile.Replica * lines.Entries(size.Rows);
        for (var k = lines.First(tile.Line); k < lines.End(tile.Line); k++)
        {
            var train = trains.Rows[entries + lines.Entry(tile.Line, k)];
            if (train == 0) continue;
            var falls = lines.Input(tile.Replica, tile.Line, k) < 0f;
            var column = (tile.Replica * size.Batch + lines.Place(k)) * size.Stride + tile.First;
            for (var n = 0; n < Eight.Width && tile.Output(n) < size.Outputs; n++)
            {
                var both = train & trains.Columns[column + n * tile.Step];
                if (both == 0) continue;
                var rising = (deltas[column + n * tile.Step] < 0f) != falls;
                var cell = tile.Line * size.Outputs + tile.Output(n);
                if (Fire(devices, tile.Replica, cell, both, rising))
                    weights[at + n * tile.Step] = devices.Weight(tile.Replica, cell);
            }
        }
    }

    private static bool Fire(DeviceArrays devices, int replica, int cell, uint slots, bool rising)
    {
        var fired = 0;
        for (; slots != 0; slots &= slots - 1)
            if (devices.Fire(replica, cell, rising)) fired++;
        return fired > 0;
    }
}
