using ILGPU.IR.Intrinsics;

namespace CrossbarSim.Kernels.Arithmetic;

/// <summary>
/// The one arithmetic of every float backend. Products that are added are fused explicitly, exponentials are
/// our own polynomial, so that the CPU, OpenCL and CUDA give the same bits.
/// </summary>
/// <remarks>
/// CUDA's assembler may fuse a plain product with a plain sum that follows it. No kernel may therefore add to a
/// rounded product: either the two are fused here by name, or the product is exact (by a power of two, as the
/// last one of <see cref="Exp"/>), so that fusing changes nothing.
/// </remarks>
public static class Fused
{
    // ln 2 in two parts: the first has few bits, so that n times it is exact.
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;
    private const float Log2E = 1.44269504f;

    /// <summary>Below this, <see cref="Exp"/> is 0: the result would come near the denormal numbers.</summary>
    public const float ExpCutoff = -86f;

    /// <summary>x y + z, rounded once.</summary>
    /// <param name="x">A factor.</param>
    /// <param name="y">A factor.</param>
    /// <param name="z">The addend.</param>
    /// <remarks>On an accelerator this is one instruction: see <c>FusedIntrinsics</c>.</remarks>
    [IntrinsicImplementation]
    public static float MultiplyAdd(float x, float y, float z) => MathF.FusedMultiplyAdd(x, y, z);

    /// <summary>exp(x) for x at or below 0.</summary>
    /// <param name="x">At most 0; below -86 the result is 0.</param>
    /// <returns>Within 1.5 ulp of exp(x): 0 .. 1.</returns>
    /// <remarks>x = n ln 2 + r with |r| at most ln 2 / 2; the Taylor series of degree 7 errs by 5e-9.</remarks>
    public static float Exp(float x)
    {
        if (!(x >= ExpCutoff)) return 0f;
        var n = (int)MultiplyAdd(x, Log2E, -0.5f);
        var r = MultiplyAdd(n, -Ln2Low, MultiplyAdd(n, -Ln2High, x));
        var p = MultiplyAdd(r, 1f / 5040, 1f / 720);
        p = MultiplyAdd(r, p, 1f / 120);
        p = MultiplyAdd(r, p, 1f / 24);
        p = MultiplyAdd(r, p, 1f / 6);
        p = MultiplyAdd(r, p, 0.5f);
        p = MultiplyAdd(r, p, 1f);
        p = MultiplyAdd(r, p, 1f);
        return p * PowerOfTwo(n);
    }

    /// <summary>1 / (1 + exp(-z)), within 3 ulp.</summary>
    /// <param name="z">Any number.</param>
    public static float Sigmoid(float z)
    {
        var e = Exp(z < 0 ? z : -z);
        return (z < 0 ? e : 1f) / (1f + e);
    }

    /// <summary>tanh z, with an absolute error below 2e-7.</summary>
    /// <param name="z">Any number.</param>
    public static float Tanh(float z)
    {
        var e = Exp(z < 0 ? 2f * z : -2f * z);
        var magnitude = (1f - e) / (1f + e);
        return z < 0 ? -magnitude : magnitude;
    }

    private static float PowerOfTwo(int n) => ILGPU.Interop.IntAsFloat((uint)(n + 127) << 23);
}
