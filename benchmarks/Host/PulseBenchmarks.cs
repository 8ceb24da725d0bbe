using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Benchmarks.Host;

/// <summary>Pulses, per pulse (SignPulses: per device; Stochastic: per sample), rising and falling in turn.</summary>
public class PulseBenchmarks
{
    private const int Saturated = 31;
    private const int Middle = 600;

    // Deltas of a network that has learned a little.
    private const float DeltaScale = 1f / 64;

    private readonly HostLayer _signs = Problem.First();
    private readonly HostLayer _clean = Problem.First(Problem.Linear(2 * Middle));
    private readonly HostLayer _noisy = Problem.First(Problem.Linear(2 * Middle) with
    {
        Variation = new VariationOptions { C2c = new CycleNoiseOptions { Sigma = 0.3, Of = NoiseReference.Step } },
    });
    private readonly HostLayer _devices = Problem.First(Problem.Linear(1000));
    private readonly StochasticPulses _stochastic;
    private readonly Aligned<float>[] _deltas;
    private int _call;

    public PulseBenchmarks()
    {
        _stochastic = new StochasticPulses(_devices, 1, 0);
        var deltas = Problem.Numbers(Problem.Hidden);
        foreach (ref var delta in deltas.Span) delta *= DeltaScale / Problem.Batch;
        _deltas = [deltas, Problem.Opposite(deltas)];
    }

    [Benchmark(OperationsPerInvoke = Problem.Devices)]
    public void SignPulses()
    {
        var move = _call++ % 2 == 0 ? 0.001f : -0.001f;
        foreach (ref var weight in _signs.Weights.Span) weight += move;
        Kernels.Host.SignPulses.Fire(_signs, _signs, keepTrained: false);
    }

    [Benchmark(OperationsPerInvoke = Problem.Devices * Saturated)]
    public void PulseLanesWithoutNoise() => Saturate(_clean);

    [Benchmark(OperationsPerInvoke = Problem.Devices * Saturated)]
    public void PulseLanesWithNoise() => Saturate(_noisy);

    [Benchmark]
    public void StochasticSample()
    {
        var sample = ++_call % Problem.Samples;
        _stochastic.Run(new Stochastic(0.1), Problem.Set.Columns(sample), Problem.Set.Levels(sample),
            _deltas[_call % 2].Span, (uint)_call);
    }

    private void Saturate(HostLayer layer)
    {
        var rising = _call++ % 2 == 0 ? Vector512<int>.AllBitsSet : default;
        for (var at = 0; at < Problem.Devices; at += Lanes.Width) layer.Fire(at, Vector512.Create(Saturated), rising);
    }
}
