using BenchmarkDotNet.Attributes;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Kernels.Arithmetic;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Benchmarks.Host;

/// <summary>
/// Gradient and step of a whole first layer for a mini-batch of 32 (of the second one: Dense), per mini-batch. The deltas
/// change their sign from call to call, so that devices stay away from the ends of their windows.
/// </summary>
public class GradientBenchmarks
{
    // A few in a hundred gradients are beyond it, as in training; with this rate as many accumulators pass a step.
    private const float Threshold = 1.3f;
    private const float Rate = 0.02f / Threshold;

    private readonly HostLayer _layer = Problem.First();
    private readonly HostLayer _curved = Problem.First(new ExponentialDeviceOptions
    {
        Gmin = 1e-6,
        Gmax = 50e-6,
        Potentiation = new ExponentialBranchOptions { A = -0.5 },
    });
    private readonly HostLayer _second = Problem.Second();
    private readonly MiniBatch _batch = new(Problem.Inputs);
    private readonly Aligned<float> _hidden = Problem.Numbers(Problem.Batch * Problem.Hidden);
    private readonly Aligned<float> _gradients = new(Problem.Devices);
    private readonly Aligned<float>[] _deltas;
    private int _call;

    public GradientBenchmarks()
    {
        var deltas = Problem.Numbers(Problem.Batch * Problem.Hidden);
        _deltas = [deltas, Problem.Opposite(deltas)];
        _batch.Take(Problem.Set, Problem.Places(0), 0, 0);
    }

    [Benchmark(Baseline = true)]
    public void SparseGradientOnly() => Sparse(new GradientRowStep(_gradients));

    [Benchmark]
    public void SparseSgd() => Sparse(new SgdRowStep(_layer.Weights, Rate));

    [Benchmark]
    public void SparseAdam() => Sparse(_layer.NextStep(new Adam(Rate)));

    [Benchmark]
    public void SparseForgetfulAdam() => Sparse(new FreshAdamRowStep(_layer.Weights, AdamFactors.At(new Adam(Rate), 1)));

    [Benchmark]
    public void SparseBatchSign() => Sparse(new BatchSignRowStep(_layer, Threshold));

    [Benchmark]
    public void SparseAccumulateEqualSteps() => Sparse(new AccumulateRowStep<EqualSteps>(
        _layer, _layer.Accumulators, new EqualSteps(_layer.Devices.EqualStep!.Value), Rate, 1));

    [Benchmark]
    public void SparseAccumulateOwnSteps() => Sparse(
        new AccumulateRowStep<OwnSteps>(_curved, _curved.Accumulators, new OwnSteps(_curved.Steps), Rate, 1));

    [Benchmark]
    public void DenseSgd()
    {
        for (var row = 0; row < Problem.Hidden; row += GradientStep.Together)
            GradientStep.Dense(ref _hidden.At(row), Problem.Hidden, Problem.Batch, ref Deltas(), row, GradientStep.Together,
                _second.Stride, new SgdRowStep(_second.Weights, Rate));
    }

    private ref float Deltas() => ref _deltas[_call++ % 2].At(0);

    private void Sparse<TStep>(TStep step)
        where TStep : struct, IRowStep
    {
        ref var deltas = ref Deltas();
        for (var row = 0; row < Problem.Inputs; row++)
            if (_batch.Columns.Samples(row) is { IsEmpty: false } samples)
                GradientStep.Sparse(samples, _batch.Columns.Values(row), ref deltas, row, _layer.Stride, step);
    }
}
