using CrossbarSim.Experiments.Fitting.Laws;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>Ranks fits by BIC, and tells which of them are one curve under several names.</summary>
public static class LawRanking
{
    /// <summary>Curves that nowhere differ by more than this share of what the sweep covers are the same.</summary>
    public const double SameCurve = 1e-3;

    private static readonly string[] Order = [.. LawFamilies.All.Select(family => family.Law)];

    /// <summary>Ranks fits of one sweep.</summary>
    /// <param name="fits">The fits, in any order.</param>
    /// <returns>
    /// The best class first; of a class first the law with the fewest parameters, then in the order of <see cref="LawFamilies"/>.
    /// </returns>
    public static IReadOnlyList<RankedFit> Rank(IEnumerable<LawFit> fits) =>
        [.. Classes(fits).Select(Sorted).SelectMany((members, place) => members.Select(fit => new RankedFit(
            fit, place + 1, ReferenceEquals(fit, members[0]) ? null : members[0].Law)))];

    // Each class grows around its best fit, not from neighbour to neighbour.
    private static List<List<LawFit>> Classes(IEnumerable<LawFit> fits)
    {
        List<List<LawFit>> classes = [];
        foreach (var fit in fits.OrderBy(f => f.Quality.Bic).ThenBy(Place))
        {
            var same = classes.FirstOrDefault(members => AreSame(members[0], fit));
            if (same is null) classes.Add([fit]);
            else same.Add(fit);
        }

        return classes;
    }

    private static bool AreSame(LawFit one, LawFit other)
    {
        var limit = SameCurve * (one.Siemens.Max() - one.Siemens.Min());
        return one.Siemens.Zip(other.Siemens).All(pair => Math.Abs(pair.First - pair.Second) <= limit);
    }

    private static LawFit[] Sorted(List<LawFit> members) =>
        [.. members.OrderBy(fit => fit.Quality.FreeParameters).ThenBy(Place)];

    private static int Place(LawFit fit) => Array.IndexOf(Order, fit.Law);
}
