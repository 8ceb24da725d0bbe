using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// First layer forward: value = activation(x W) over the non-zero inputs. Reference twins: ReferenceLayer.Forward, on the
/// CPU SparseForward. One multiply-add per 4 bytes of weights; the rest of a list's cost is shared by eight outputs.
/// </summary>
internal static class SparseForwardKernel
{
    /// <summary>One thread per eight outputs of a sample of a replica; the order of the sum is that of the inputs, bias last.</summary>
    public static void Run<TActivation, TOrder>(
        Index1D item,
        LayerSize size,
        SampleLists samples,
        ArrayView<int> order,
        ArrayView<float> weights,
        ArrayView<float> values)
        where TActivation : struct, IActivation
        where TOrder : struct, ITileOrder
    {
        // order [batch], sample numbers; weights [replicas x rows x outputs];
        // values (out) [replicas x batch x outputs]. All without unit.
        var place = TilePlace.Of(item, size.Tiles, size.Batch);
        var (first, step) = (default(TOrder).First(place.Tile), default(TOrder).Step(size.Tiles));
        var weight = place.Replica * size.Cells + first;
        var sample = order[place.Line];
        var end = samples.Starts[sample + 1];
        var sums = default(EightSums);
        for (var k = samples.Starts[sample]; k < end; k++)
            sums = sums.Plus(samples.Input(k), weights, weight + (int)samples.Columns[k] * size.Outputs, step);
        OutputTile.Store<TActivation>(sums, first, step, size.Outputs, values, (item / size.Tiles) * size.Outputs);
    }
}
