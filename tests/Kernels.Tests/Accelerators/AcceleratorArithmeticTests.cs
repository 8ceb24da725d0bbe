using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;
using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Tests.Accelerators;

[Collection("OpenCL")]
public sealed class OpenCLArithmeticTests(OpenCLFixture fixture) : AcceleratorArithmeticTests(fixture);

[Collection("Cuda")]
public sealed class CudaArithmeticTests(CudaFixture fixture) : AcceleratorArithmeticTests(fixture);

public abstract class AcceleratorArithmeticTests(AcceleratorFixture fixture)
{
    private const int Triples = 1_000_000;

    [Fact]
    public void A_million_fused_products_are_those_of_the_host()
    {
        var (x, y, z) = (Floats(0), Floats(1), Floats(2));
        Assert.Equal(Bits(x.Zip(y, z).Select(t => MathF.FusedMultiplyAdd(t.First, t.Second, t.Third))),
            Bits(Run(MultiplyAdd, x, y, z)));
    }

    [Fact]
    public void Quotients_are_rounded_correctly()
    {
        var (x, y) = (Floats(3), Floats(4));
        Assert.Equal(Bits(x.Zip(y, (a, b) => a / b)), Bits(Run(Divide, x, y, x)));
    }

    [Fact]
    public void Roots_are_rounded_correctly()
    {
        var x = Floats(5).Select(MathF.Abs).ToArray();
        Assert.Equal(Bits(x.Select(MathF.Sqrt)), Bits(Run(Root, x, x, x)));
    }

    [Fact]
    public void Exponentials_and_activations_are_those_of_the_host()
    {
        var x = Enumerable.Range(0, 100_001).Select(k => (k - 100_000) * 1e-3f).ToArray();
        var z = Enumerable.Range(0, x.Length).Select(k => (k - 50_000) * 4e-4f).ToArray();
        Assert.Equal(Bits(x.Select(Fused.Exp)), Bits(Run(Exp, x, x, x)));
        Assert.Equal(Bits(z.Select(Fused.Sigmoid)), Bits(Run(Sigmoid, z, z, z)));
        Assert.Equal(Bits(z.Select(Fused.Tanh)), Bits(Run(Tanh, z, z, z)));
    }

    private static void MultiplyAdd(
        Index1D k, ArrayView<float> x, ArrayView<float> y, ArrayView<float> z, ArrayView<float> result, int unused) =>
        result[k] = Fused.MultiplyAdd(x[k], y[k], z[k]);

    private static void Divide(
        Index1D k, ArrayView<float> x, ArrayView<float> y, ArrayView<float> z, ArrayView<float> result, int unused) =>
        result[k] = x[k] / y[k];

    private static void Root(
        Index1D k, ArrayView<float> x, ArrayView<float> y, ArrayView<float> z, ArrayView<float> result, int unused) =>
        result[k] = MathF.Sqrt(x[k]);

    private static void Exp(
        Index1D k, ArrayView<float> x, ArrayView<float> y, ArrayView<float> z, ArrayView<float> result, int unused) =>
        result[k] = Fused.Exp(x[k]);

    private static void Sigmoid(
        Index1D k, ArrayView<float> x, ArrayView<float> y, ArrayView<float> z, ArrayView<float> result, int unused) =>
        result[k] = Fused.Sigmoid(z[k]);

    private static void Tanh(
        Index1D k, ArrayView<float> x, ArrayView<float> y, ArrayView<float> z, ArrayView<float> result, int unused) =>
        result[k] = Fused.Tanh(z[k]);

    private float[] Run(
        Action<Index1D, ArrayView<float>, ArrayView<float>, ArrayView<float>, ArrayView<float>, int> kernel,
        float[] x,
        float[] y,
        float[] z)
    {
        var kernels = fixture.Usable.Kernels;
        var accelerator = kernels.Accelerator;
        using var first = accelerator.Allocate1D(x);
        using var second = accelerator.Allocate1D(y);
        using var third = accelerator.Allocate1D(z);
        using var result = accelerator.Allocate1D<float>(x.Length);
        kernels.Load(kernel)(x.Length, first.View, second.View, third.View, result.View, 0);
        return result.GetAsArray1D();
    }

    // Random signs and mantissas, exponents within 2^-20 .. 2^20.
    private static float[] Floats(uint draw)
    {
        var numbers = new RandomNumbers(7, StreamKind.Digits);
        return [.. Enumerable.Range(0, Triples).Select(k =>
        {
            var words = numbers.Words((uint)k, 0, draw);
            return BitConverter.UInt32BitsToSingle((words.W0 & 0x807F_FFFF) | ((107 + words.W1 % 41) << 23));
        })];
    }

    private static uint[] Bits(IEnumerable<float> values) => [.. values.Select(BitConverter.SingleToUInt32Bits)];
}
