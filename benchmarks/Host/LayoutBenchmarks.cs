using BenchmarkDotNet.Attributes;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Benchmarks.Host;

/// <summary>Laying out mini-batches, once for all replicas, per sample.</summary>
public class LayoutBenchmarks
{
    private readonly MiniBatch _batch = new(Problem.Inputs);
    private int _next;

    [Benchmark(OperationsPerInvoke = Problem.Batch)]
    public void TakeMiniBatch()
    {
        _next = (_next + 1) % (Problem.Samples / Problem.Batch);
        _batch.Take(Problem.Set, Problem.Places(_next), _next, 0);
    }
}
