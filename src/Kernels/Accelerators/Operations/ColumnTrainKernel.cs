using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Devices;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Trains of the bit lines. Twin on the CPU: StochasticPulses. Bound by Philox, as <see cref="RowTrainKernel"/>.</summary>
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
        // deltas [replicas x batch x outputs]; plans [replicas x batch]; trains (out) [replicas x batch x outputs].
        var place = TilePlace.Of(item, size.Outputs, size.Batch);
        var plan = plans[place.Replica * size.Batch + place.Line];
        trains[item] = TrainWord.Of(
            numbers.Stream(place.Replica, StreamKind.BitLineTrain), place.Tile, numbers.FirstSample + (uint)place.Line,
            plan.ColumnFactor * MathF.Abs(deltas[item]), plan.Length);
    }
}
