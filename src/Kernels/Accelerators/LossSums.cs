using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>
/// Sums the scores of one replica on the host, in double precision and in the order of every float backend.
/// </summary>
internal sealed class LossSums
{
    /// <summary>Samples whose losses are summed in one go.</summary>
    public const int Block = 256;

    private double _blocks;
    private double _block;
    private int _count;
    private int _correct;

    /// <summary>Adds the samples that follow.</summary>
    public void Add(ReadOnlySpan<SampleScore> scores)
    {
        foreach (var score in scores)
        {
            _block += score.Loss;
            _correct += score.Hit;
            if (++_count % Block == 0) Close();
        }
    }

    /// <summary>What all samples give.</summary>
    public Evaluation Result()
    {
        Close();
        return new Evaluation(_count == 0 ? 0 : _blocks / _count, _correct, _count);
    }

    private void Close()
    {
        _blocks += _block;
        _block = 0;
    }
}
