using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// The mean gradient of a layer, and what a rule does with it: it goes from registers to the rule and never to
/// memory. Reference twins: ReferenceLayer.Backward, on the CPU GradientStep. One multiply-add per 4 bytes of
/// deltas, which fit the cache; the rule then touches each weight and its state once.
/// </summary>
internal static class UpdateKernel
{
    /// <summary>
    /// One thread per eight weights of a word line of a replica; the order of the sum is that of the batch.
    /// </summary>
    public static void Run<TLines, TStep, TOrder>(
        Index1D item, LayerSize size, TLines lines, TStep step, ArrayView<float> deltas)
        where TLines : struct, ILineInputs
        where TStep : struct, IWeightStep
        where TOrder : struct, ITileOrder
    {
        // lines: inputs by word line; step: the rule, with its state [replicas x rows x stride];
        // deltas [replicas x batch x stride], of the mean loss.
        var tile = Tile.Of<TOrder>(item, size.Tiles, size.Rows);
        var (start, end) = (lines.First(tile.Line), lines.End(tile.Line));
        if (start == end && !step.MovesIdleLines) return;
        var delta = tile.Replica * size.Batch * size.Stride + tile.First;
        var gradient = default(Eight);
        for (var k = start; k < end; k++)
        {
            var x = lines.Input(tile.Replica, tile.Line, k);
            gradient = gradient.Plus(x, Eight.Load(deltas, delta + lines.Place(k) * size.Stride, tile.Step));
        }

        step.Apply(tile, tile.Replica * size.Slots + tile.Line * size.Stride + tile.First, size.Outputs, gradient);
    }
}
