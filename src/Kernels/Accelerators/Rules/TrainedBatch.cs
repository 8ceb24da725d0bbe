using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary>A mini-batch whose deltas have been computed.</summary>
/// <param name="Source">The mini-batch on the host.</param>
/// <param name="InBlock">Which of its block it is, from 0.</param>
/// <param name="Inputs">Its inputs by sample.</param>
/// <param name="Lines">Its inputs by word line.</param>
/// <param name="Entries">How many they are.</param>
internal readonly record struct TrainedBatch(
    MiniBatch Source, int InBlock, SparseInputs Inputs, SparseLines Lines, int Entries)
{
    /// <summary>Samples.</summary>
    public int Count => Source.Samples.Length;
}
