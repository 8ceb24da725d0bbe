using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Host;
using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary>
/// Quantiles of gradients: the magnitude of a rank is found digit by digit, eight passes over the gradients. Twin
/// on the CPU: NearestRank.
/// </summary>
/// <param name="memory">Where.</param>
/// <param name="kernels">What runs there.</param>
/// <param name="replicas">Replicas.</param>
internal sealed class QuantileSearch(AcceleratorMemory memory, KernelLoader kernels, int replicas)
{
    private const int Lanes = 256;
    private const int TopShift = 28;

    private readonly FlatBuffer<float> _gradients = memory.Zeros<float>();
    private readonly FlatBuffer<RankSearch> _searches = memory.Zeros<RankSearch>(replicas);
    private readonly FlatBuffer<int> _counts = memory.Zeros<int>();
    private readonly FlatBuffer<int> _sums = memory.Zeros<int>(replicas * DigitSize.Values);

    /// <summary>Where the gradients of a layer go, [replicas x cells].</summary>
    /// <param name="cells">Weights of the layer, with the padding.</param>
    public ArrayView<float> Gradients(int cells) => _gradients.Reserve(replicas * cells).View;

    /// <summary>
    /// Sets thresholds to quantiles of the gradients; waits once, for the number of those that are not zero.
    /// </summary>
    /// <param name="cells">Weights of the layer, with the padding.</param>
    /// <param name="quantiles">q of each replica; null: its threshold is held.</param>
    /// <param name="thresholds">Result, [replicas].</param>
    public void Measure(int cells, double?[] quantiles, ArrayView<float> thresholds)
    {
        _counts.Reserve(replicas * Lanes * DigitSize.Values);
        _searches.Write(new RankSearch[replicas]);
        for (var shift = TopShift; shift >= 0; shift -= DigitSize.Bits)
        {
            var size = new DigitSize(cells, Lanes, shift);
            kernels.DigitCounts(replicas * Lanes, size, _searches.View, _gradients.View, _counts.View);
            kernels.DigitSums(replicas * DigitSize.Values, size, _counts.View, _sums.View);
            if (shift == TopShift) _searches.Write(Start(quantiles));
            kernels.DigitPicks(replicas, size, _sums.View, _searches.View, thresholds);
        }
    }

    // The first digits' counts also say how many gradients are not zero.
    private RankSearch[] Start(double?[] quantiles)
    {
        var sums = _sums.Read(0, replicas * DigitSize.Values);
        return [.. quantiles.Select((quantile, replica) =>
        {
            var count = sums.AsSpan(replica * DigitSize.Values, DigitSize.Values).ToArray().Sum();
            var rank = count == 0 ? 0 : NearestRank.Rank(count, quantile ?? 0);
            return new RankSearch(0, rank, quantile is null ? 0 : 1);
        })];
    }
}
