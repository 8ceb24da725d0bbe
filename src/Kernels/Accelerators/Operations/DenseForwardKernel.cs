using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// A later layer forward: value = activation(x W). Reference twins: ReferenceLayer.Forward, on the CPU DenseForward.
/// One multiply-add per 4 bytes of weights and half a byte of inputs; the weights of a later layer fit the cache.
/// </summary>
internal static class DenseForwardKernel
{
    /// <summary>One thread per eight outputs of a sample of a replica; the order of the sum is that of the inputs, bias last.</summary>
    public static void Run<TActivation, TOrder>(
        Index1D item, LayerSize size, ArrayView<float> inputs, ArrayView<float> weights, ArrayView<float> values)
        where TActivation : struct, IActivation
        where TOrder : struct, ITileOrder
    {
        // inputs [replicas x batch x inputs]; weights [replicas x rows x outputs];
        // values (out) [replicas x batch x outputs]. All without unit.
        var place = TilePlace.Of(item, size.Tiles, size.Batch);
        var (first, step) = (default(TOrder).First(place.Tile), default(TOrder).Step(size.Tiles));
        var weight = place.Replica * size.Cells + first;
        var line = item / size.Tiles;
        var sums = default(EightSums);
        for (var i = 0; i < size.Inputs; i++, weight += size.Outputs)
            sums = sums.Plus(inputs[line * size.Inputs + i], weights, weight, step);
        if (size.Rows > size.Inputs) sums = sums.Plus(1f, weights, weight, step);
        OutputTile.Store<TActivation>(sums, first, step, size.Outputs, values, line * size.Outputs);
    }
}
