namespace CrossbarSim.Simulator.Configuration;

/// <summary>Finds the word that the user probably meant.</summary>
internal static class Suggestion
{
    private const int LongestWord = 64;

    /// <summary>The candidate nearest to a word, or null where none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What could have been written.</param>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length > LongestWord) return null;
        var written = Plain(word);
        return candidates
            .Select(c => (Word: c, Distance: Distance(written, Plain(c))))
            .Where(c => c.Distance <= Math.Max(1, Math.Min(word.Length, c.Word.Length) / 3))
            .OrderBy(c => c.Distance)
            .Select(c => c.Word)
            .FirstOrDefault();
    }

    /// <summary>The question for the end of a message, or nothing.</summary>
    /// <param name="word">What is suggested, if anything.</param>
    public static string Question(string? word) => word is null ? "" : $" (did you mean {word}?)";

    // Capitals and the kind of dash are never what tells two of our words apart.
    private static string Plain(string word) => word.ToLowerInvariant().Replace('_', '-');

    /// <summary>
    /// How many letters must be inserted, deleted, replaced or swapped with their neighbour (optimal string
    /// alignment).
    /// </summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
                d[i, j] = Cheapest(d, a, b, i, j);
        return d[a.Length, b.Length];
    }

    private static int Cheapest(int[,] d, string a, string b, int i, int j)
    {
        var replaced = d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, Math.Min(d[i - 1, j], d[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, d[i - 2, j - 2] + 1) : best;
    }
}
