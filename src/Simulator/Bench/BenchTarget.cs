using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.Kernels.Ceilings;

namespace CrossbarSim.Simulator.Bench;

/// <summary>A backend that is measured, open.</summary>
/// <param name="Backend">The backend; disposed with this.</param>
internal sealed record BenchTarget(IBackend Backend) : IDisposable
{
    // A CPU takes turns with its networks, a GPU is filled by them.
    private const int HostReplicas = 8;
    private const int QuickHostReplicas = 2;
    private const int GpuReplicas = 256;

    /// <summary>Whether it is our own CPU backend: its time is that of the cores it keeps busy.</summary>
    public bool IsHost => Backend is not AcceleratorBackend;

    private bool IsGpu => Backend is AcceleratorBackend { Info.IsGpu: true };

    /// <summary>Numbers of networks at a time, where none are asked for.</summary>
    /// <param name="quick">Whether a few seconds must do.</param>
    public IReadOnlyList<int> Replicas(bool quick) => [1, IsGpu ? GpuReplicas : quick ? QuickHostReplicas : HostReplicas];

    /// <summary>Numbers of threads, where none are asked for.</summary>
    public IReadOnlyList<int> Threads()
    {
        var all = Environment.ProcessorCount;
        return IsHost ? [.. new[] { 1, Math.Min(2, all), all }.Distinct()] : [all];
    }

    /// <summary>What shows its ceilings.</summary>
    /// <param name="threads">Threads.</param>
    public IPeaks Peaks(int threads) =>
        Backend is AcceleratorBackend accelerator ? new AcceleratorPeaks(accelerator) : new HostPeaks(threads);

    /// <inheritdoc/>
    public void Dispose() => Backend.Dispose();
}
