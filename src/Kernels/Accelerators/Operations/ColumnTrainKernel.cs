using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Trains of the bit lines. Twin on the CPU: StochasticPulses. Bound by Philox, as <see cref="RowTrainKernel"/>.
/// </summary>
internal static class ColumnTrainKernel
{
    /// <summary>One thread per output of a sample of a replica.</summary>
    public static void Run(
        Index1D item,
        LayerSize size,
        TrainNumbers numbers,
        ArrayView<float> deltas,
        ArrayView<PulseTrains> plans,
        ArrayView<uint> trains)
    {
        // deltas [replicas x batch x stride]; plans [replicas x batch]; trains (out) [replicas x batch x stride].
        var line = item / size.Outputs;
        var output = item - line * size.Outputs;
        var replica = line / size.Batch;
        var at = line * size.Stride + output;
        var plan = plans[line];
        trains[at] = TrainWord.Of(
            numbers.Stream(replica, StreamKind.BitLineTrain), output,
            numbers.FirstSample + (uint)(line - replica * size.Batch),
            plan.ColumnFactor * MathF.Abs(deltas[at]), plan.Length);
    }
}
