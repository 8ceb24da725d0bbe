namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Sums over pairs of a conductance and one measured so many pulses earlier in the same sweep.</summary>
/// <param name="Count">How many pairs.</param>
/// <param name="Sum">Of the later one's distances to the reference of its place.</param>
/// <param name="EarlierSum">Of the earlier one's, to that of its own.</param>
/// <param name="Product">Of both distances.</param>
internal readonly record struct CrossMoments(long Count, double Sum, double EarlierSum, double Product)
{
    /// <summary>The same with one pair more.</summary>
    public CrossMoments With(double later, double earlier) =>
        new(Count + 1, Sum + later, EarlierSum + earlier, Product + later * earlier);

    /// <summary>Mean product of the distances to a curve instead; 0 where there are no pairs.</summary>
    /// <param name="later">Reference less curve, at the later place.</param>
    /// <param name="earlier">The same at the earlier one.</param>
    public double MeanProduct(double later, double earlier) => Count == 0
        ? 0
        : (Product + later * EarlierSum + earlier * Sum) / Count + later * earlier;
}
