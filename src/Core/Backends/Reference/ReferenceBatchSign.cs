namespace CrossbarSim.Core.Backends.Reference;

/// <summary>The judge of <see cref="BatchSign"/> on one layer.</summary>
/// <param name="rule">Threshold, or how it is measured.</param>
internal sealed class ReferenceBatchSign(BatchSign rule) : IReferenceRule
{
    private double _threshold = rule.Threshold;

    /// <inheritdoc/>
    public void Apply(ReferenceLayer layer, ReferenceArray array, MiniBatch batch)
    {
        if (rule.Quantile is { } quantile && batch.Number % rule.QuantileEvery == 0)
            _threshold = NearestRank(layer.Gradient, quantile);
        for (var cell = 0; cell < layer.Gradient.Length; cell++)
            if (Math.Abs(layer.Gradient[cell]) > _threshold)
                array.Fire(cell, rising: layer.Gradient[cell] < 0);
    }

    /// <summary>The nearest-rank quantile of the absolute values of non-zero gradients; 0 where there are none.</summary>
    /// <param name="gradients">The gradients.</param>
    /// <param name="quantile">q, 0 .. 1.</param>
    internal static double NearestRank(IEnumerable<double> gradients, double quantile)
    {
        double[] sizes = [.. gradients.Where(g => g != 0).Select(Math.Abs).Order()];
        return sizes.Length == 0 ? 0 : sizes[Math.Max((int)Math.Ceiling(quantile * sizes.Length), 1) - 1];
    }
}
