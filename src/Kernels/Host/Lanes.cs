using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace CrossbarSim.Kernels.Host;

/// <summary>The vector that all host kernels are written in: 16 floats; two halves where the CPU has 8.</summary>
internal static class Lanes
{
    /// <summary>Floats in a vector. Rows are padded to a multiple of it.</summary>
    public const int Width = 16;

    /// <summary>Vectors that a wide kernel keeps in registers.</summary>
    public const int WideVectors = 8;

    /// <summary>Floats that a wide kernel covers at once.</summary>
    public const int Wide = Width * WideVectors;

    /// <summary>Length of a row of that many floats once padded.</summary>
    /// <param name="count">Floats in the row.</param>
    public static int Padded(int count) => (count + Width - 1) / Width * Width;

    /// <summary>x y + z in every lane, rounded once.</summary>
    /// <param name="x">A factor.</param>
    /// <param name="y">A factor.</param>
    /// <param name="z">The addend.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> x, Vector512<float> y, Vector512<float> z) =>
        Vector512.FusedMultiplyAdd(x, y, z);

    /// <summary>Loads a vector at a distance from a reference.</summary>
    /// <param name="from">Where to start.</param>
    /// <param name="offset">Floats from there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float from, int offset) =>
        Vector512.LoadUnsafe(ref from, (nuint)offset);
}
