using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// One layer forward: value = activation(x W), in the first layer over the inputs that are not zero. Reference twins:
/// ReferenceLayer.Forward, on the CPU SparseForward and DenseForward. One multiply-add per 4 bytes of weights, which the
/// cache keeps from one sample to the next; an input is loaded once for eight outputs.
/// </summary>
internal static class ForwardKernel
{
    /// <summary>One thread per eight outputs of a sample of a replica; the order of the sum is that of the inputs, bias last.</summary>
    public static void Run<TInputs, TActivation, TOrder>(
        Index1D item, LayerSize size, TInputs inputs, ArrayView<float> weights, ArrayView<float> values)
        where TInputs : struct, ISampleInputs
        where TActivation : struct, IActivation
        where TOrder : struct, ITileOrder
    {
        // inputs: by sample; weights [replicas x rows x outputs]; values (out) [replicas x batch x outputs].
        // All without unit.
        var place = TilePlace.Of(item, size.Tiles, size.Batch);
        var (first, step) = (default(TOrder).First(place.Tile), default(TOrder).Step(size.Tiles));
        var line = place.Replica * size.Batch + place.Line;
        var weight = place.Replica * size.Cells + first;
        var end = inputs.End(place.Line);
        var sums = default(EightSums);
        for (var k = inputs.First(place.Line); k < end; k++)
            sums = sums.Plus(inputs.Input(line, k), weights, weight + inputs.Row(k) * size.Outputs, step);
        for (var k = 0; k < EightSums.Width; k++)
        {
            var output = first + k * step;
            if (output < size.Outputs) values[line * size.Outputs + output] = default(TActivation).Value(sums.At(k));
        }
    }
}
