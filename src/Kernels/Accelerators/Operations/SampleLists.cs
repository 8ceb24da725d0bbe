using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Samples as lists of their non-zero inputs, ascending; the bias line, where there is one, closes each list.</summary>
/// <param name="Starts">Where the list of each sample begins, [samples + 1].</param>
/// <param name="Columns">Word lines.</param>
/// <param name="Levels">Their levels, 1 .. 255.</param>
/// <param name="Scale">Input of each level, [256].</param>
internal readonly record struct SampleLists(
    ArrayView<int> Starts, ArrayView<ushort> Columns, ArrayView<byte> Levels, ArrayView<float> Scale)
{
    /// <summary>One input.</summary>
    public float Input(int k) => Scale[(int)Levels[k]];
}
