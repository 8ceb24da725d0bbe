using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Kernels.Accelerators;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>
/// How many points train together: few enough to fit the memory, and to lose little when the program is killed.
/// </summary>
/// <param name="Workers">Batches that are computed at once.</param>
/// <param name="Threads">Threads of each.</param>
/// <param name="Points">Most points of a batch.</param>
internal sealed record BatchSize(int Workers, int Threads, int Points)
{
    private const long HostBytes = 1L << 30;
    private const int MostOnHost = 16;
    private const int MostOnAccelerator = 256;
    private const double MostSeconds = 20;

    // A small plan is several batches too: progress is seen, and a kill loses little.
    private const int BatchesEach = 4;

    // Weights, positions, accumulators, accounts and what noise needs: of each device in an engine, and of its state outside.
    private const int BytesPerDevice = 96;

    /// <summary>Chooses the size.</summary>
    /// <param name="backend">Where to compute.</param>
    /// <param name="setup">A point like those to come.</param>
    /// <param name="pending">Points to compute.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="secondsPerPoint">How long one takes; 0: not known.</param>
    public static BatchSize Of(IBackend backend, RunSetup setup, long pending, int threads, double secondsPerPoint)
    {
        var bytes = BytesPerDevice * Enumerable.Range(0, setup.Plan.Network.Layers.Count)
            .Sum(layer => (long)setup.Plan.Devices(layer));
        var quick = secondsPerPoint > 0 ? MostSeconds / secondsPerPoint : double.MaxValue;
        if (backend is AcceleratorBackend accelerator)
            return new BatchSize(1, threads, Within(accelerator.Info.MemoryBytes / 4 / bytes, MostOnAccelerator, quick, pending));

        // On the CPU a worker for each core: its points stay in that core's cache, and no core waits for another.
        var workers = (int)Math.Clamp(pending, 1, threads);
        var each = (pending + BatchesEach * workers - 1) / (BatchesEach * workers);
        return new BatchSize(workers, threads / workers, Within(HostBytes / workers / bytes, MostOnHost, quick, each));
    }

    private static int Within(long memory, int most, double quick, long pending) =>
        (int)Math.Max(1, Math.Min(Math.Min(memory, most), Math.Min(quick, pending)));
}
