using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Simulator.Composition;

/// <summary>The one place that decides which backend serves a run.</summary>
internal static class BackendFactory
{
    /// <summary>Opens a backend.</summary>
    /// <param name="choice">What the user asked for.</param>
    /// <returns>The backend, and why it was taken, in words.</returns>
    /// <exception cref="ConfigurationException">This machine has no such accelerator.</exception>
    public static (IBackend Backend, string Why) Open(BackendChoice choice) => choice switch
    {
        BackendChoice.Reference => (new ReferenceBackend(), "as asked"),
        BackendChoice.Cpu => (new CpuBackend(), "as asked"),
        BackendChoice.Cuda => (Require(AcceleratorKind.Cuda), "as asked"),
        BackendChoice.Opencl => (Require(AcceleratorKind.OpenCL), "as asked"),
        _ => Best(),
    };

    /// <summary>The accelerator that <c>auto</c> takes.</summary>
    /// <returns>The accelerator, or null for the CPU, and why, in words.</returns>
    public static (AcceleratorInfo? Gpu, string Why) Auto()
    {
        // An OpenCL device that is itself a CPU would only be slower than our own CPU backend.
        foreach (var kind in new[] { AcceleratorKind.Cuda, AcceleratorKind.OpenCL })
            if (AcceleratorCatalog.Preferred(kind) is { IsGpu: true } gpu)
                return (gpu, "the first GPU found");
        return (null, "this machine has no GPU that can be used");
    }

    /// <summary>Whether this machine has what a backend needs.</summary>
    /// <param name="choice">The backend; not <c>auto</c>.</param>
    public static bool CanOpen(BackendChoice choice) => choice switch
    {
        BackendChoice.Cuda => AcceleratorCatalog.WhyNone(AcceleratorKind.Cuda) is null,
        BackendChoice.Opencl => AcceleratorCatalog.WhyNone(AcceleratorKind.OpenCL) is null,
        _ => true,
    };

    private static (IBackend Backend, string Why) Best()
    {
        var (gpu, why) = Auto();
        return (gpu is null ? new CpuBackend() : AcceleratorBackend.Open(gpu), why);
    }

    private static AcceleratorBackend Require(AcceleratorKind kind) =>
        AcceleratorCatalog.Preferred(kind) is { } info
            ? AcceleratorBackend.Open(info)
            : throw new ConfigurationException(new Problem("CBS0306", "backend", AcceleratorCatalog.WhyNone(kind)!));
}
