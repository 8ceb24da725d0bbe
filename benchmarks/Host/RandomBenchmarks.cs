using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Benchmarks.Host;

/// <summary>Random numbers: PhiloxLanes per word, NormalLanes per deviate.</summary>
public class RandomBenchmarks
{
    private const int Calls = 256;

    [Benchmark(OperationsPerInvoke = Calls * 4 * Lanes.Width)]
    public uint PhiloxLanes()
    {
        var words = Problem.Counters;
        for (var call = 0; call < Calls; call++) words = Kernels.Host.PhiloxLanes.Generate(words, 1);
        return words.W0[0];
    }

    [Benchmark(OperationsPerInvoke = Calls * Lanes.Width)]
    public float NormalLanes()
    {
        var (words, sum) = (Problem.Counters.W0, Vector512<float>.Zero);
        for (var call = 0; call < Calls; call++)
        {
            words += Vector512.Create(0x9E3779B9u);
            sum += Kernels.Host.NormalLanes.FromWords(words);
        }

        return sum[0];
    }
}
