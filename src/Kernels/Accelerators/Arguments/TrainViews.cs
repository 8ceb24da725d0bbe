using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>The trains of a mini-batch.</summary>
/// <param name="Rows">Of the word lines, [replicas x inputs of the batch].</param>
/// <param name="Columns">Of the bit lines, [replicas x batch x stride].</param>
internal readonly record struct TrainViews(ArrayView<uint> Rows, ArrayView<uint> Columns);
