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
    /// <exception cref="ConfigurationException">The machine has no such accelerator.</exception>
    public static (IBackend Backend, string Why) Open(BackendChoice choice) => choice switch
    {
        BackendChoice.Reference => (new ReferenceBackend(), "as asked"),
        BackendChoice.Cpu => (new CpuBackend(), "as asked"),
        BackendChoice.Cuda => (Require(AcceleratorKind.Cuda), "as asked"),
        BackendChoice.Opencl => (Require(AcceleratorKind.OpenCl), "as asked"),
        _ => Best(),
    };

    private static (IBackend Backend, string Why) Best()
    {
        if (Gpu(AcceleratorKind.Cuda) is { } cuda) return (cuda, "an NVIDIA GPU is here");
        if (Gpu(AcceleratorKind.OpenCl) is { } opencl) return (opencl, "an OpenCL GPU is here");
        return (new CpuBackend(), "no GPU is here");
    }
}
