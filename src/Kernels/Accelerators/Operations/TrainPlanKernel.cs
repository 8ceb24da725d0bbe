using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Plans the pulse trains of every sample at one layer from its largest input and delta. Twin on the CPU:
/// StochasticPulses.
/// </summary>
internal static class TrainPlanKernel
{
    /// <summary>One thread per sample of a replica.</summary>
    public static void Run<TInputs>(
        Index1D line,
        LayerSize size,
        TInputs inputs,
        ArrayView<float> deltas,
        ArrayView<TrainSettings> settings,
        ArrayView<PulseTrains> plans)
        where TInputs : struct, ISampleInputs
    {
        // inputs: by sample; deltas [replicas x batch x stride]; settings [replicas]; plans (out) [replicas x batch].
        var replica = line / size.Batch;
        var place = line - replica * size.Batch;
        var (largestInput, largestDelta) = (0f, 0f);
        for (var k = inputs.First(place); k < inputs.End(place); k++)
            largestInput = Larger(largestInput, MathF.Abs(inputs.Input(line, k)));
        for (var j = 0; j < size.Outputs; j++)
            largestDelta = Larger(largestDelta, MathF.Abs(deltas[line * size.Stride + j]));
        plans[line] = PulseTrains.Plan(settings[replica], largestInput, largestDelta);
    }

    private static float Larger(float one, float other) => other > one ? other : one;
}
