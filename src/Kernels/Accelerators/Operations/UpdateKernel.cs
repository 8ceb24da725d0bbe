using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// The mean gradient of a layer, and what a rule does with it: it goes from registers to the rule and never to memory.
/// Reference twins: ReferenceLayer.Backward, on the CPU GradientStep. One multiply-add per 4 bytes of deltas, which fit the
/// cache; the rule then touches each weight and its state once.
/// </summary>
internal static class UpdateKernel
{
    /// <summary>One thread per eight weights of a word line of a replica; the order of the sum is that of the batch.</summary>
    public static void Run<TLines, TStep, TOrder>(
        Index1D item, LayerSize size, TLines lines, TStep step, ArrayView<float> deltas)
        where TLines : struct, ILineInputs
        where TStep : struct, IWeightStep
        where TOrder : struct, ITileOrder
    {
        // lines: inputs by word line; step: the rule, with its state [replicas x rows x outputs];
        // deltas [replicas x batch x outputs], of the mean loss.
        var place = TilePlace.Of(item, size.Tiles, size.Rows);
        var (replica, row) = (place.Replica, place.Line);
        var (start, end) = (lines.First(row), lines.End(row));
        if (start == end && !step.MovesIdleLines) return;
        var (first, distance) = (default(TOrder).First(place.Tile), default(TOrder).Step(size.Tiles));
        var sums = default(EightSums);
        for (var k = start; k < end; k++)
        {
            var delta = (replica * size.Batch + lines.Place(k)) * size.Outputs + first;
            sums = sums.Plus(lines.Input(replica, row, k), deltas, delta, distance);
        }

        for (var k = 0; k < EightSums.Width; k++)
        {
            var output = first + k * distance;
            if (output < size.Outputs) step.Apply(replica, row * size.Outputs + output, size.Cells, sums.At(k));
        }
    }
}
