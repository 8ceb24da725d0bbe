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
    private static readonly Assembly Tested = typeof(AcceleratorBackend).Assembly;

    private static readonly MethodInfo[] Kernels =
    [
        .. Tested.GetTypes().Where(type => type.Name.EndsWith("Kernel", StringComparison.Ordinal))
            .Select(type => type.GetMethod("Run")!).SelectMany(Closed),
    ];

    public static TheoryData<string, int, int> Cases()
    {
        var data = new TheoryData<string, int, int>();
        foreach (var kernel in Kernels)
            foreach (var (major, minor) in new[] { (7, 0), (8, 0), (9, 0) })
                data.Add(NameOf(kernel), major, minor);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_kernel_compiles_without_approximations(string name, int major, int minor)
    {
        var ptx = Compile(Kernels.Single(kernel => NameOf(kernel) == name), new CudaArchitecture(major, minor));
        // ILGPU names the oldest target that has all it uses of a newer GPU, which runs it by forward compatibility.
        Assert.Contains(major > 8 ? ".target sm_80" : $".target sm_{major}{minor}", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain(".approx", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain(".ftz", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain(".f64", ptx, StringComparison.Ordinal);
        Assert.DoesNotMatch(InexactDivision(), ptx);
    }

    [Fact]
    public void Every_kernel_is_covered()
    {
        Assert.Equal(4, Kernels.Count(kernel => kernel.DeclaringType == typeof(ForwardKernel)));
        Assert.Equal(2, Kernels.Count(kernel => kernel.DeclaringType == typeof(SignPulseKernel)));
        Assert.Equal(3, Kernels.Count(kernel => kernel.DeclaringType == typeof(UpdateKernel)));
    }

    [Fact]
    public void Sums_of_products_are_fused_and_quotients_rounded()
    {
        Assert.Contains("fma.rn.f32", PtxOf(typeof(ForwardKernel)), StringComparison.Ordinal);
        Assert.Contains("fma.rn.f32", PtxOf(typeof(BackwardKernel)), StringComparison.Ordinal);
        Assert.Contains("fma.rn.f32", PtxOf(typeof(UpdateKernel)), StringComparison.Ordinal);
        Assert.Contains("div.rn.f32", PtxOf(typeof(SoftmaxKernel)), StringComparison.Ordinal);
        Assert.All(Kernels.Where(kernel => NameOf(kernel).Contains("Adam", StringComparison.Ordinal)), adam =>
        {
            var ptx = Compile(adam, CudaArchitecture.SM_80);
            Assert.Contains("div.rn.f32", ptx, StringComparison.Ordinal);
            Assert.Contains("sqrt.rn.f32", ptx, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void No_sum_takes_a_rounded_product_that_the_assembler_could_fuse()
    {
        Assert.NotEmpty(RoundedProducts(PtxOf(typeof(SoftmaxKernel))));
        Assert.All(Kernels, kernel =>
        {
            var ptx = Compile(kernel, CudaArchitecture.SM_80);
            var rounded = RoundedProducts(ptx);
            Assert.DoesNotContain(Sum().Matches(ptx), sum =>
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

    private static string PtxOf(Type kernel) =>
        Compile(Kernels.First(method => method.DeclaringType == kernel), CudaArchitecture.SM_80);

    private static string Compile(MethodInfo kernel, CudaArchitecture architecture)
    {
        using var context = AcceleratorBackend.CreateContext();
        using var backend = new PTXBackend(context, architecture, CudaInstructionSet.ISA_80, null!);
        var compiled = (PTXCompiledKernel)backend.Compile(
            EntryPointDescription.FromImplicitlyGroupedKernel(kernel), KernelSpecialization.Empty);
        return compiled.PTXAssembly;
    }

    private static IEnumerable<MethodInfo> Closed(MethodInfo kernel)
    {
        if (!kernel.IsGenericMethodDefinition) return [kernel];
        var wanted = kernel.GetGenericArguments().Single().GetGenericParameterConstraints().Single(type => type.IsInterface);
        return Tested.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(wanted))
            .Select(type => kernel.MakeGenericMethod(type));
    }

    private static string NameOf(MethodInfo kernel) =>
        string.Join(' ', kernel.GetGenericArguments().Select(type => type.Name).Prepend(kernel.DeclaringType!.Name));
}
