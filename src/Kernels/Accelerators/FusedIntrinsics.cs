using System.Reflection;
using CrossbarSim.Kernels.Arithmetic;
using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.IR;
using ILGPU.IR.Intrinsics;
using ILGPU.Runtime.Cuda;

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
        manager.RegisterMethod(method, new PTXIntrinsic(Own(nameof(Ptx)), IntrinsicImplementationMode.Redirect));
        manager.RegisterMethod(method, new CLIntrinsic(Own(nameof(WriteCl)), IntrinsicImplementationMode.GenerateCode));
        return builder;
    }

    private static float Ptx(float x, float y, float z)
    {
        CudaAsm.Emit("fma.rn.f32 %0, %1, %2, %3;", out float result, x, y, z);
        return result;
    }

    // The signature is ILGPU's CLIntrinsic.Handler; the value is the call, its operands the three arguments.
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
