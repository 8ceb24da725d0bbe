using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Arguments;

/// <summary>
/// Eight numbers that one thread keeps in registers: what it loads once serves eight multiply-adds, which do not
/// wait for one another. Rows of layers are padded to whole eights; the padding of weights and deltas is 0.
/// </summary>
internal readonly record struct Eight(float N0, float N1, float N2, float N3, float N4, float N5, float N6, float N7)
{
    /// <summary>How many they are.</summary>
    public const int Width = 8;

    /// <summary>Loads numbers.</summary>
    /// <param name="numbers">Where they lie.</param>
    /// <param name="at">Index of the first.</param>
    /// <param name="step">Distance from one to the next.</param>
    public static Eight Load(ArrayView<float> numbers, int at, int step) => new(
        numbers[at], numbers[at + step], numbers[at + 2 * step], numbers[at + 3 * step],
        numbers[at + 4 * step], numbers[at + 5 * step], numbers[at + 6 * step], numbers[at + 7 * step]);

    /// <summary>Stores them.</summary>
    /// <param name="numbers">Where they go.</param>
    /// <param name="at">Index of the first.</param>
    /// <param name="step">Distance from one to the next.</param>
    public void Store(ArrayView<float> numbers, int at, int step)
    {
        numbers[at] = N0;
        numbers[at + step] = N1;
        numbers[at + 2 * step] = N2;
        numbers[at + 3 * step] = N3;
        numbers[at + 4 * step] = N4;
        numbers[at + 5 * step] = N5;
        numbers[at + 6 * step] = N6;
        numbers[at + 7 * step] = N7;
    }

    /// <summary>x y + these.</summary>
    /// <param name="x">A factor.</param>
    /// <param name="y">Eight factors.</param>
    public Eight Plus(float x, Eight y) => new(
        Fused.MultiplyAdd(x, y.N0, N0), Fused.MultiplyAdd(x, y.N1, N1),
        Fused.MultiplyAdd(x, y.N2, N2), Fused.MultiplyAdd(x, y.N3, N3),
        Fused.MultiplyAdd(x, y.N4, N4), Fused.MultiplyAdd(x, y.N5, N5),
        Fused.MultiplyAdd(x, y.N6, N6), Fused.MultiplyAdd(x, y.N7, N7));

    /// <summary>The activations at these sums.</summary>
    public Eight Activated<TActivation>()
        where TActivation : struct, IActivation
    {
        var activation = default(TActivation);
        return new Eight(
            activation.Value(N0), activation.Value(N1), activation.Value(N2), activation.Value(N3),
            activation.Value(N4), activation.Value(N5), activation.Value(N6), activation.Value(N7));
    }

    /// <summary>Whether the magnitude of any is above a bound.</summary>
    public bool AnyBeyond(float bound) =>
        MathF.Abs(N0) > bound | MathF.Abs(N1) > bound | MathF.Abs(N2) > bound | MathF.Abs(N3) > bound
        | MathF.Abs(N4) > bound | MathF.Abs(N5) > bound | MathF.Abs(N6) > bound | MathF.Abs(N7) > bound;

    /// <summary>One of them, by selection: an index into registers would send them through memory.</summary>
    public float At(int k) => k < 4
        ? (k < 2 ? (k == 0 ? N0 : N1) : (k == 2 ? N2 : N3))
        : (k < 6 ? (k == 4 ? N4 : N5) : (k == 6 ? N6 : N7));
}
