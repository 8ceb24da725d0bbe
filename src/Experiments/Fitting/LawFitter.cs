using CrossbarSim.Experiments.Fitting.Laws;
using CrossbarSim.Experiments.Fitting.Noise;
using CrossbarSim.Experiments.Fitting.Solving;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>Fits laws to sweeps.</summary>
public static class LawFitter
{
    // A difference in BIC that is strong evidence: R. E. Kass, A. E. Raftery, J. Am. Stat. Assoc. 90 (1995) 773.
    private const double Strong = 6;

    /// <summary>Fits every law and ranks them.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="independence">
    /// Share of its rows that are worth as much as independent ones, above 0; null: judged by what the closest law leaves.
    /// </param>
    /// <param name="told">Told the share of the laws that is done; null: nobody.</param>
    public static IReadOnlyList<RankedFit> FitAll(Sweep sweep, double? independence = null, Action<double>? told = null)
    {
        var (families, shapes) = (LawFamilies.All, new List<IReadOnlyList<ShapeFit>>());
        foreach (var family in families)
        {
            shapes.Add(Shapes(family, sweep));
            told?.Invoke((double)shapes.Count / families.Count);
        }

        var independent = independence ?? Independence.Of(sweep, shapes.SelectMany(s => s).MinBy(s => s.Squares)!.Siemens);
        return LawRanking.Rank(shapes.Where(ways => ways.Count > 0)
            .Select(ways => ways.MinBy(way => Judged(way, independent))!.Finish(independent)));
    }

    /// <summary>Fits a law: of the ways to write it, the one with the lowest BIC, as far as the data can tell.</summary>
    /// <param name="family">The law.</param>
    /// <param name="sweep">The sweep, of independent rows.</param>
    /// <returns>The fit, or null where the law has no device for such a sweep.</returns>
    public static LawFit? Fit(ILawFamily family, Sweep sweep) =>
        Shapes(family, sweep).MinBy(way => Judged(way, 1))?.Finish(1);

    /// <summary>Fits one way to write a law.</summary>
    /// <param name="shape">The law.</param>
    /// <param name="sweep">The sweep, of independent rows.</param>
    /// <returns>The fit, or null where it has no device for such a sweep.</returns>
    public static LawFit? Fit(LawShape shape, Sweep sweep) => ShapeFit.Of(shape, sweep, new SolvedHalves())?.Finish(1);

    // A law that fades can also be cut off at the end of the sweep, or put at its ends before each. Were noise alone to choose
    // between such ways, a law would have a choice of curves where another law, which is the same, has one.
    private static double Judged(ShapeFit way, double independence) =>
        way.Quality(independence).Bic + (way.Shape is { StartsAtEnds: true } or { HasKinks: true } ? Strong : 0);

    private static IReadOnlyList<ShapeFit> Shapes(ILawFamily family, Sweep sweep)
    {
        var known = new SolvedHalves();
        return [.. family.Shapes(sweep).Select(shape => ShapeFit.Of(shape, sweep, known)).OfType<ShapeFit>()];
    }
}
