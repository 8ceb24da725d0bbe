namespace CrossbarSim.Kernels.Host;

/// <summary>Splits independent work over threads. What is computed never depends on the split.</summary>
/// <param name="threads">Threads to use, at least 1.</param>
internal sealed class Workers(int threads)
{
    // Below this many multiply-adds (four fifths of them by zero, and skipped), waking a thread costs more than it saves.
    private const long WorthWaking = 1 << 24;

    public int Threads => threads;

    /// <summary>Runs <paramref name="body"/>(from, to) over 0 .. count - 1.</summary>
    /// <param name="count">Items.</param>
    /// <param name="multiplyAdds">Work of all items.</param>
    /// <param name="granularity">Items that stay together.</param>
    /// <param name="body">Called with the first item and the one behind the last.</param>
    public void Split(int count, long multiplyAdds, int granularity, Action<int, int> body)
    {
        var parts = multiplyAdds < WorthWaking ? 1 : Math.Min(threads, (count + granularity - 1) / granularity);
        if (parts <= 1)
        {
            body(0, count);
            return;
        }

        var size = ((count + parts - 1) / parts + granularity - 1) / granularity * granularity;
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads },
            part => body(Math.Min(count, part * size), Math.Min(count, (part + 1) * size)));
    }

    /// <summary>Runs <paramref name="body"/> for 0 .. count - 1, each on one thread.</summary>
    /// <param name="count">Items.</param>
    /// <param name="body">Called once for each.</param>
    public void Each(int count, Action<int> body)
    {
        if (threads == 1 || count == 1)
        {
            for (var k = 0; k < count; k++) body(k);
            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, body);
    }
}
