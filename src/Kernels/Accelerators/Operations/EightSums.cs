using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>
/// Eight sums that one thread keeps in registers: what it loads once serves eight multiply-adds, which do not wait for
/// one another.
/// </summary>
internal readonly record struct EightSums(
    float S0, float S1, float S2, float S3, float S4, float S5, float S6, float S7)
{
    /// <summary>Sums of a thread. Buffers that a thread adds from have as many numbers to spare behind their end.</summary>
    public const int Width = 8;

    /// <summary>The sums after x times eight numbers was added.</summary>
    /// <param name="x">The factor.</param>
    /// <param name="numbers">Where the numbers lie; those of outputs that do not exist are read, and their sums dropped.</param>
    /// <param name="at">Index of the first.</param>
    /// <param name="step">Distance from one to the next.</param>
    public EightSums Plus(float x, ArrayView<float> numbers, int at, int step) => new(
        Fused.MultiplyAdd(x, numbers[at], S0),
        Fused.MultiplyAdd(x, numbers[at + step], S1),
        Fused.MultiplyAdd(x, numbers[at + 2 * step], S2),
        Fused.MultiplyAdd(x, numbers[at + 3 * step], S3),
        Fused.MultiplyAdd(x, numbers[at + 4 * step], S4),
        Fused.MultiplyAdd(x, numbers[at + 5 * step], S5),
        Fused.MultiplyAdd(x, numbers[at + 6 * step], S6),
        Fused.MultiplyAdd(x, numbers[at + 7 * step], S7));

    /// <summary>One of the sums, by selection: an index into registers would send them through memory.</summary>
    public float At(int k) => k < 4
        ? (k < 2 ? (k == 0 ? S0 : S1) : (k == 2 ? S2 : S3))
        : (k < 6 ? (k == 4 ? S4 : S5) : (k == 6 ? S6 : S7));
}
