using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Fires a pulse at every device in every slot in which both of its lines do, the samples of a batch one after the other.
/// Twin on the CPU: StochasticPulses. Four bytes of trains per sample and device; most words have no bit in common.
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
        // lines: inputs by word line; deltas [replicas x batch x outputs]; weights (out) [replicas x rows x outputs].
        var place = TilePlace.Of(item, size.Tiles, size.Rows);
        var (replica, row) = (place.Replica, place.Line);
        var (first, step) = (default(TOrder).First(place.Tile), default(TOrder).Step(size.Tiles));
        var entries = replica * lines.Entries(size.Rows);
        for (var k = lines.First(row); k < lines.End(row); k++)
        {
            var train = trains.Rows[entries + lines.Entry(row, k)];
            if (train == 0) continue;
            var falls = lines.Input(replica, row, k) < 0f;
            var column = (replica * size.Batch + lines.Place(k)) * size.Outputs;
            for (var output = first; output < size.Outputs && output < first + EightSums.Width * step; output += step)
            {
                var both = train & trains.Columns[column + output];
                if (both == 0) continue;
                var rising = (deltas[column + output] < 0f) != falls;
                Fire(devices, replica, row * size.Outputs + output, both, rising, weights);
            }
        }
    }

    private static void Fire(DeviceArrays devices, int replica, int cell, uint slots, bool rising, ArrayView<float> weights)
    {
        var fired = 0;
        for (; slots != 0; slots &= slots - 1)
            if (devices.Fire(replica, cell, rising)) fired++;
        if (fired > 0) weights[replica * devices.Cells + cell] = devices.Weight(replica, cell);
    }
}

/// <summary>The trains of a mini-batch.</summary>
/// <param name="Rows">Of the word lines, [replicas x inputs of the batch].</param>
/// <param name="Columns">Of the bit lines, [replicas x batch x outputs].</param>
internal readonly record struct TrainViews(ArrayView<uint> Rows, ArrayView<uint> Columns);
