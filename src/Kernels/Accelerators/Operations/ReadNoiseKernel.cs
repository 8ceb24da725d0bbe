using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Adds read noise to the sums of a layer, then takes the activation: the sum of independent deviates over the word lines
/// of a sample is one deviate for each output. Reference twins: ReferenceReadNoise, on the CPU HostReadNoise. One
/// multiply-add per input for eight outputs, and ten rounds of integer products for each output.
/// </summary>
internal static class ReadNoiseKernel
{
    /// <summary>One thread per eight outputs of a sample of a replica; squares are summed in the order of the inputs.</summary>
    public static void Run<TInputs, TActivation, TOrder>(
        Index1D item,
        LayerSize size,
        TInputs inputs,
        ReadNumbers reads,
        int firstReplica,
        DeviceArrays devices,
        ArrayView<float> values)
        where TInputs : struct, ISampleInputs
        where TActivation : struct, IActivation
        where TOrder : struct, ITileOrder
    {
        // inputs: by sample; firstReplica: the one that comes first in values; values (in: sums, out)
        // [replicas x batch x stride].
        var tile = Tile.Of<TOrder>(item, size.Tiles, size.Batch);
        var line = tile.Replica * size.Batch + tile.Line;
        var law = devices.Laws[firstReplica + tile.Replica];
        var squares = 0f;
        for (var k = inputs.First(tile.Line); k < inputs.End(tile.Line); k++)
            squares = Fused.MultiplyAdd(inputs.Input(line, k), inputs.Input(line, k), squares);
        var deviation = law.Law.ReadSigma * MathF.Sqrt(squares);
        for (var k = 0; k < Eight.Width; k++)
        {
            var output = tile.Output(k);
            var at = line * size.Stride + output;
            var z = values[at];
            if (deviation > 0f && output < size.Outputs)
                z = Fused.MultiplyAdd(deviation, devices.ReadDeviate(law, reads, tile.Line, output), z);
            values[at] = default(TActivation).Value(z);
        }
    }
}
