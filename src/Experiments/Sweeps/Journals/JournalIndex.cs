using System.Globalization;

namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>Where the finished points of a plan lie, over any number of journals: a few dozen bytes a point.</summary>
public sealed class JournalIndex
{
    private readonly List<string> _files = [];
    private readonly Dictionary<long, (int File, long At, int Length, ulong Identity)> _places = [];

    /// <summary>Finished points.</summary>
    public int Count => _places.Count;

    /// <summary>Takes in every record of a journal; of two of one point the first stays: they say the same.</summary>
    /// <param name="path">The journal.</param>
    public void Add(string path)
    {
        _files.Add(path);
        foreach (var place in JournalReader.Read(path))
            _places.TryAdd(place.Index, (_files.Count - 1, place.At, place.Length, Number(place.Identity)));
    }

    /// <summary>Whether a point is finished.</summary>
    /// <param name="index">The point.</param>
    public bool Has(long index) => _places.ContainsKey(index);

    /// <summary>A finished point of every identity.</summary>
    /// <returns>Index by identity.</returns>
    public IReadOnlyDictionary<string, long> Identities() =>
        _places.GroupBy(place => Text(place.Value.Identity)).ToDictionary(group => group.Key, group => group.First().Key);

    /// <summary>The finished points in the order of their indexes.</summary>
    public IEnumerable<PointRecord> Sorted() => Of(_places.Keys.Order());

    /// <summary>Some finished points.</summary>
    /// <param name="indexes">Their indexes.</param>
    public IEnumerable<PointRecord> Of(IEnumerable<long> indexes)
    {
        var open = new FileStream?[_files.Count];
        try
        {
            foreach (var index in indexes)
            {
                var (file, at, length, identity) = _places[index];
                yield return JournalReader.Record(open[file] ??= JournalReader.Open(_files[file]),
                    new JournalPlace(index, Text(identity), at, length));
            }
        }
        finally
        {
            foreach (var file in open) file?.Dispose();
        }
    }

    private static ulong Number(string identity) =>
        ulong.TryParse(identity, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Text(ulong identity) => identity.ToString("x16", CultureInfo.InvariantCulture);
}
