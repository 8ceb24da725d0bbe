using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.Kernels.Accelerators.Operations;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>Compiles every kernel for NVIDIA GPUs without one: what no OpenCL test would show.</summary>
public sealed partial class KernelPtxTests
{
    private static readonly Dictionary<string, MethodInfo> Kernels = TestedKernels.All.ToDictionary(TestedKernels.NameOf);

    public static TheoryData<int, int> Architectures => new() { { 7, 0 }, { 8, 0 }, { 9, 0 } };

    [Theory]
    [MemberData(nameof(Architectures))]
    public void Every_kernel_compiles_without_approximations(int major, int minor)
    {
        foreach (var (name, ptx) in Compiled(new CudaArchitecture(major, minor)))
        {
            // ILGPU names the oldest target that has all it uses of a newer GPU, which runs it by forward
            // compatibility.
            Assert.Contains(major > 8 ? ".target sm_80" : $".target sm_{major}{minor}", ptx, StringComparison.Ordinal);
            foreach (var unwanted in new[] { ".approx", ".ftz", ".f64" })
                Assert.False(ptx.Contains(unwanted, StringComparison.Ordinal), $"{name} has {unwanted}");
            Assert.False(InexactDivision().IsMatch(ptx), $"{name} divides inexactly");
        }
    }

    [Fact]
    public void No_kernel_spills_into_local_memory_or_needs_shared()
    {
        foreach (var (name, ptx) in Compiled(CudaArchitecture.SM_80))
        {
            var (local, shared) = (BytesOf(ptx, ".local"), BytesOf(ptx, ".shared"));
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{name}: {ptx.Split('\n').Length} lines, {ptx.Length} bytes of PTX; local {local}, shared {shared} bytes");
            Assert.Equal((0, 0), (local, shared));
        }
    }

    [Fact]
    public void Every_kernel_is_covered()
    {
        Assert.Equal(2 * 4 * 2, CountOf(typeof(ForwardKernel)));
        Assert.Equal(2 * 6 * 2, CountOf(typeof(UpdateKernel)));
        Assert.Equal(2 * 2, CountOf(typeof(CoincidenceKernel)));
        Assert.Equal(1, CountOf(typeof(SignPulseKernel)));
    }

    [Fact]
    public void Sums_of_products_are_fused_and_quotients_rounded()
    {
        Type[] fused = [typeof(ForwardKernel), typeof(BackwardKernel), typeof(UpdateKernel), typeof(DeviceWeightKernel)];
        Assert.All(fused, kernel => Assert.Contains("fma.rn.f32", PtxOf(kernel), StringComparison.Ordinal));
        Assert.Contains("div.rn.f32", PtxOf(typeof(SoftmaxKernel)), StringComparison.Ordinal);
        Assert.Contains("sqrt.rn.f32", PtxOf(typeof(TrainPlanKernel)), StringComparison.Ordinal);
        Assert.All(Compiled(CudaArchitecture.SM_80).Where(kernel =>
            kernel.Name.Contains("Adam", StringComparison.Ordinal)), adam =>
        {
            Assert.Contains("div.rn.f32", adam.Ptx, StringComparison.Ordinal);
            Assert.Contains("sqrt.rn.f32", adam.Ptx, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_sum_takes_a_rounded_product_that_the_assembler_could_fuse()
    {
        Assert.NotEmpty(RoundedProducts(PtxOf(typeof(SoftmaxKernel))));
        Assert.All(Compiled(CudaArchitecture.SM_80), kernel =>
        {
            var rounded = RoundedProducts(kernel.Ptx);
            Assert.DoesNotContain(Sum().Matches(kernel.Ptx), sum =>
                rounded.Contains(sum.Groups[1].Value) || rounded.Contains(sum.Groups[2].Value));
        });
    }

    [GeneratedRegex(@"\bdiv\.(?!rn\.f32|[su](32|64))")]
    private static partial Regex InexactDivision();

    [GeneratedRegex(@"\bmul\.f32\s+(%\w+),\s*(%?\w+),\s*(%?\w+);")]
    private static partial Regex Product();

    [GeneratedRegex(@"\b(?:add|sub)\.f32\s+%\w+,\s*(%?\w+),\s*(%?\w+);")]
    private static partial Regex Sum();

    [GeneratedRegex(@"\bmov\.f32\s+(%f\w+),\s*(%f\w+);")]
    private static partial Regex Move();

    [GeneratedRegex(@"\bmov\.f32\s+(%f\w+),\s*%r\w+;")]
    private static partial Regex FromBits();

    // Registers that hold a product which may have been rounded, also after moves. A product by a constant or by
    // bits put together from an exponent (the last of Exp) is by a power of two, and exact.
    private static HashSet<string> RoundedProducts(string ptx)
    {
        var powers = FromBits().Matches(ptx).Select(match => match.Groups[1].Value).ToHashSet();
        var rounded = Product().Matches(ptx)
            .Where(product => !IsPower(product.Groups[2].Value) && !IsPower(product.Groups[3].Value))
            .Select(product => product.Groups[1].Value).ToHashSet();
        var moves = Move().Matches(ptx);
        for (var before = -1; before != rounded.Count;)
        {
            before = rounded.Count;
            rounded.UnionWith(moves.Where(move => rounded.Contains(move.Groups[2].Value)).Select(move => move.Groups[1].Value));
        }

        return rounded;

        bool IsPower(string factor) => powers.Contains(factor)
            || (factor.StartsWith("0f", StringComparison.Ordinal)
                && (uint.Parse(factor.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & 0x7F_FFFF) == 0);
    }

    private static int CountOf(Type kernel) => Kernels.Values.Count(method => method.DeclaringType == kernel);

    private static string PtxOf(Type kernel) => Compiled(CudaArchitecture.SM_80)
        .First(compiled => Kernels[compiled.Name].DeclaringType == kernel).Ptx;

    private static IEnumerable<(string Name, string Ptx)> Compiled(CudaArchitecture architecture)
    {
        using var context = AcceleratorBackend.CreateContext();
        using var backend = new PTXBackend(context, architecture, CudaInstructionSet.ISA_80, null!);
        foreach (var (name, kernel) in Kernels)
        {
            var compiled = (PTXCompiledKernel)backend.Compile(
                EntryPointDescription.FromImplicitlyGroupedKernel(kernel), KernelSpecialization.Empty);
            yield return (name, compiled.PTXAssembly);
        }
    }

    private static int BytesOf(string ptx, string space) => Array().Matches(ptx)
        .Where(match => match.Groups[1].Value == space)
        .Sum(match => int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(\.local|\.shared)[^;\n]*\[(\d+)\]")]
    private static partial Regex Array();
}
