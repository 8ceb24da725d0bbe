using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Simulator.Composition;

/// <summary>The one place that decides which backend serves a run.</summary>
internal static class BackendFactory
{
    /// <summary>Opens a backend.</summary>
    /// <param name="choice">What the user asked for.</param>
    /// <returns>The backend, and why it was taken, in words.</returns>
    public static (IBackend Backend, string Why) Open(BackendChoice choice) => choice switch
    {
        BackendChoice.Reference => (new ReferenceBackend(), "as asked"),
        BackendChoice.Cpu => (new CpuBackend(), "as asked"),
        _ => (new CpuBackend(), "no GPU is here"),
    };
}
