using System.Reflection;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// Teaches ILGPU the fused multiply-add of <see cref="Fused"/>: it maps neither <see cref="MathF"/>'s nor any
/// other, and a product and a sum of its own are rounded twice.
/// </summary>
internal static class FusedIntrinsics
{
    private const BindingFlags Anywhere = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Registers the instruction for CUDA and for OpenCL.</summary>
    /// <param name="builder">Context under construction.</param>
    public static Context.Builder FusedArithmetic(this Context.Builder builder)
    {
        var method = typeof(Fused).GetMethod(nameof(Fused.MultiplyAdd))!;
        var manager = builder.GetIntrinsicManager();
        manager.RegisterMethod(method, new PTXIntrinsic(Own(nameof(WritePtx)), IntrinsicImplementationMode.GenerateCode));
        manager.RegisterMethod(method, new CLIntrinsic(Own(nameof(WriteCl)), IntrinsicImplementationMode.GenerateCode));
        return builder;
    }

    // The signatures are those of ILGPU's handlers; the value is the call, its operands the three arguments.
    // Inline assembly (CudaAsm) would do for CUDA as well, but sends every result through local memory.
    private static void WritePtx(PTXBackend backend, PTXCodeGenerator generator, Value call)
    {
        var (x, y, z) = (generator.LoadPrimitive(call[0]), generator.LoadPrimitive(call[1]), generator.LoadPrimitive(call[2]));
        using var command = generator.BeginCommand("fma.rn.f32");
        command.AppendArgument(generator.AllocateHardware(call));
        command.AppendArgument(x);
        command.AppendArgument(y);
        command.AppendArgument(z);
    }

    private static void WriteCl(CLBackend backend, CLCodeGenerator generator, Value call)
    {
        var (x, y, z) = (generator.Load(call[0]), generator.Load(call[1]), generator.Load(call[2]));
        using var statement = generator.BeginStatement(generator.Allocate(call));
        statement.AppendCommand("fma");
        statement.BeginArguments();
        statement.AppendArgument(x);
        statement.AppendArgument(y);
        statement.AppendArgument(z);
        statement.EndArguments();
    }

    private static MethodInfo Own(string name) => typeof(FusedIntrinsics).GetMethod(name, Anywhere)!;
}
