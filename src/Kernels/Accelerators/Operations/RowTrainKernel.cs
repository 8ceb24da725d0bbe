using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Trains of the word lines, for every sample of the batch that drives them. Twin on the CPU: StochasticPulses.
/// Bound by Philox: some 100 integer operations for four slots.
/// </summary>
internal static class RowTrainKernel
{
    /// <summary>One thread per word line of a replica.</summary>
    public static void Run<TLines>(
        Index1D item,
        LayerSize size,
        TLines lines,
        TrainNumbers numbers,
        ArrayView<PulseTrains> plans,
        ArrayView<uint> trains)
        where TLines : struct, ILineInputs
    {
        // lines: inputs by word line; plans [replicas x batch]; trains (out) [replicas x inputs of the batch].
        var replica = item / size.Rows;
        var row = item - replica * size.Rows;
        var stream = numbers.Stream(replica, StreamKind.WordLineTrain);
        var first = replica * lines.Entries(size.Rows);
        for (var k = lines.First(row); k < lines.End(row); k++)
        {
            var place = lines.Place(k);
            var plan = plans[replica * size.Batch + place];
            var probability = plan.RowFactor * MathF.Abs(lines.Input(replica, row, k));
            trains[first + lines.Entry(row, k)] = TrainWord.Of(
                stream, row, numbers.FirstSample + (uint)place, probability, plan.Length);
        }
    }
}
