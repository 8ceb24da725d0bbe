namespace CrossbarSim.Simulator.Configuration;

/// <summary>What a mistyped name was probably meant to be.</summary>
internal static class NearestName
{
    /// <summary>The hint to add to a message: the nearest known name, or all of them.</summary>
    /// <param name="given">What was written.</param>
    /// <param name="known">What is known.</param>
    public static string Hint(string given, IReadOnlyCollection<string> known) =>
        Find(given, known) is { } nearest ? $" (did you mean {nearest}?)" : $"; known: {string.Join(", ", known)}";

    /// <summary>The nearest known name, if any is near.</summary>
    public static string? Find(string given, IEnumerable<string> known) => known
        .Select(name => (Name: name, Distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Name.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    // Optimal string alignment: insertions, deletions, replacements and swapped neighbours cost 1 each.
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) table[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) table[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        for (var j = 1; j <= b.Length; j++)
        {
            var replaced = table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            var best = Math.Min(replaced, Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
            var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            table[i, j] = swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
        }

        return table[a.Length, b.Length];
    }
}
