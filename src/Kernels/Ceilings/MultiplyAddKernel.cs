using CrossbarSim.Kernels.Arithmetic;
using ILGPU;

namespace CrossbarSim.Kernels.Ceilings;

/// <summary>Multiply-adds in registers, as many as an accelerator can.</summary>
internal static class MultiplyAddKernel
{
    /// <summary>
    /// Sums of a thread, which do not wait for one another: a GPU hides its latency with them, and a CPU's compiler makes
    /// eight vectors of eight of them.
    /// </summary>
    public const int Sums = 8 * Eight.Width;

    /// <summary>Each thread does steps x <see cref="Sums"/>, and writes eight numbers, so that none is left out.</summary>
    public static void Run(Index1D thread, int steps, float x, ArrayView<float> result)
    {
        // x: any number below 1, so that the sums stay finite; result (out) [threads x 8].
        Eight a = Eight.From(1), b = Eight.From(2), c = Eight.From(3), d = Eight.From(4);
        Eight e = Eight.From(5), f = Eight.From(6), g = Eight.From(7), h = Eight.From(8);
        for (var step = 0; step < steps; step++)
        {
            (a, b, c, d) = (a.Next(x), b.Next(x), c.Next(x), d.Next(x));
            (e, f, g, h) = (e.Next(x), f.Next(x), g.Next(x), h.Next(x));
        }

        a.Plus(b).Plus(c).Plus(d).Plus(e).Plus(f).Plus(g).Plus(h).Store(result, Eight.Width * thread);
    }

    private readonly record struct Eight(float S0, float S1, float S2, float S3, float S4, float S5, float S6, float S7)
    {
        public const int Width = 8;

        public static Eight From(float s) => new(s, s + 0.1f, s + 0.2f, s + 0.3f, s + 0.4f, s + 0.5f, s + 0.6f, s + 0.7f);

        public Eight Next(float x) => new(
            Fused.MultiplyAdd(S0, x, x), Fused.MultiplyAdd(S1, x, x),
            Fused.MultiplyAdd(S2, x, x), Fused.MultiplyAdd(S3, x, x),
            Fused.MultiplyAdd(S4, x, x), Fused.MultiplyAdd(S5, x, x),
            Fused.MultiplyAdd(S6, x, x), Fused.MultiplyAdd(S7, x, x));

        public Eight Plus(Eight other) => new(
            S0 + other.S0, S1 + other.S1, S2 + other.S2, S3 + other.S3,
            S4 + other.S4, S5 + other.S5, S6 + other.S6, S7 + other.S7);

        public void Store(ArrayView<float> target, int at)
        {
            (target[at], target[at + 1], target[at + 2], target[at + 3]) = (S0, S1, S2, S3);
            (target[at + 4], target[at + 5], target[at + 6], target[at + 7]) = (S4, S5, S6, S7);
        }
    }
}
