using BenchmarkDotNet.Attributes;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Benchmarks.Host;

/// <summary>What happens to a sample on its way through the network and back, per sample.</summary>
public class ForwardBenchmarks
{
    private readonly HostLayer _first = Problem.First();
    private readonly HostLayer _second = Problem.Second();
    private readonly int[] _batch = Problem.Places(0);
    private readonly Aligned<float> _hidden = Problem.Numbers(Problem.Batch * Problem.Hidden);
    private readonly Aligned<float> _sums = Problem.Numbers(Problem.Batch * Problem.Hidden);
    private readonly Aligned<float> _deltas = Problem.Numbers(Problem.Batch * Problem.Hidden);
    private Aligned<float> _transposed = null!;

    [GlobalSetup]
    public void Setup() => _transposed = _second.Transpose();

    [Benchmark(OperationsPerInvoke = Problem.Batch)]
    public void SparseForward()
    {
        for (var b = 0; b < _batch.Length; b++)
            Kernels.Host.SparseForward.Run(
                _first, Problem.Set.Columns(_batch[b]), Problem.Set.Levels(_batch[b]), ref _hidden.At(b * _first.Stride));
    }

    [Benchmark(OperationsPerInvoke = Problem.Batch)]
    public void DenseForward() => Kernels.Host.DenseForward.Run(
        ref _hidden.At(0), _first.Stride, Problem.Hidden, bias: false,
        _second.Weights, _second.Stride, ref _sums.At(0), Problem.Batch);

    [Benchmark(OperationsPerInvoke = Problem.Batch)]
    public void DenseBackward() => Kernels.Host.DenseForward.Run(
        ref _sums.At(0), _second.Stride, 10, bias: false, _transposed, _first.Stride, ref _deltas.At(0), Problem.Batch);

    [Benchmark(OperationsPerInvoke = Problem.Batch)]
    public void Relu() => Activate.Forward(Activation.Relu, ref _hidden.At(0), Problem.Batch * _first.Stride);

    [Benchmark(OperationsPerInvoke = Problem.Batch)]
    public void SoftmaxDelta()
    {
        for (var b = 0; b < Problem.Batch; b++)
            Softmax.Delta(
                _sums.Span.Slice(b * _second.Stride, 10), b % 10, 1f / Problem.Batch,
                _deltas.Span.Slice(b * _second.Stride, 10));
    }

    [Benchmark]
    public object Transpose() => _second.Transpose();
}
