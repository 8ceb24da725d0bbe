using CrossbarSim.Kernels.Accelerators.Arguments;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// One layer forward: value = activation(x W), in the first layer over the inputs that are not zero. Reference twins:
/// ReferenceLayer.Forward, on the CPU SparseForward and DenseForward. One multiply-add per 4 bytes of weights,
/// which the cache keeps from one sample to the next; an input is loaded once for eight outputs.
/// </summary>
internal static class ForwardKernel
{
    /// <summary>
    /// One thread per eight outputs of a sample of a replica; the order of the sum is that of the inputs, bias last.
    /// </summary>
    public static void Run<TInputs, TActivation, TOrder>(
        Index1D item, LayerSize size, TInputs inputs, ArrayView<float> weights, ArrayView<float> values)
        where TInputs : struct, ISampleInputs
        where TActivation : struct, IActivation
        where TOrder : struct, ITileOrder
    {
        // inputs: by sample; weights [replicas x rows x stride]; values (out) [replicas x batch x stride].
        // All without unit.
        var tile = Tile.Of<TOrder>(item, size.Tiles, size.Batch);
        var line = tile.Replica * size.Batch + tile.Line;
        var weight = tile.Replica * size.Slots + tile.First;
        var end = inputs.End(tile.Line);
        var sums = default(Eight);
        for (var k = inputs.First(tile.Line); k < end; k++)
        {
            var row = Eight.Load(weights, weight + inputs.Row(k) * size.Stride, tile.Step);
            sums = sums.Plus(inputs.Input(line, k), row);
        }

        sums.Activated<TActivation>().Store(values, line * size.Stride + tile.First, tile.Step);
    }
}
