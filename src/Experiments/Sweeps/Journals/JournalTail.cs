namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>Follows journals that others write: every point is told once, whichever of them has it first.</summary>
/// <param name="known">Points that are not told.</param>
public sealed class JournalTail(JournalIndex known)
{
    private readonly Dictionary<string, long> _ends = [];
    private readonly HashSet<long> _told = [];

    /// <summary>The points that came since the last call.</summary>
    /// <param name="journals">The journals.</param>
    public IReadOnlyList<PointRecord> Update(IEnumerable<string> journals) => [.. journals.SelectMany(News)];

    private List<PointRecord> News(string journal)
    {
        var places = JournalReader.Read(journal, _ends.GetValueOrDefault(journal)).ToList();
        if (places.Count == 0) return [];
        _ends[journal] = places[^1].End;
        using var file = JournalReader.Open(journal);
        return [.. places.Where(place => !known.Has(place.Index) && _told.Add(place.Index))
            .Select(place => JournalReader.Record(file, place))];
    }
}
