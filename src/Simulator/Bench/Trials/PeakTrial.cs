using CrossbarSim.Kernels.Ceilings;

namespace CrossbarSim.Simulator.Bench.Trials;

/// <summary>One of the two ceilings.</summary>
/// <param name="peaks">The work; not disposed by this.</param>
/// <param name="copies">Whether memory is copied; else multiply-adds.</param>
internal sealed class PeakTrial(IPeaks peaks, bool copies) : ITrial
{
    /// <inheritdoc/>
    public Work Work => copies
        ? new Work(peaks.CopiedBytes, 0, peaks.CopiedBytes)
        : new Work(peaks.MultiplyAdds, peaks.MultiplyAdds);

    /// <inheritdoc/>
    public void WarmUp() => Run();

    /// <inheritdoc/>
    public void Prepare()
    {
    }

    /// <inheritdoc/>
    public void Run()
    {
        if (copies) peaks.Copy();
        else peaks.MultiplyAdd();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
