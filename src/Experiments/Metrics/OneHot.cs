namespace CrossbarSim.Experiments.Metrics;

/// <summary>One-hot coding: a class as a row with a single 1.</summary>
public static class OneHot
{
    /// <summary>The row of a class.</summary>
    /// <param name="label">The class; outside 0 .. classes - 1 the row is all zeros, as in TensorFlow.</param>
    /// <param name="classes">Length of the row.</param>
    public static int[] Row(int label, int classes) => [.. Enumerable.Range(0, classes).Select(c => c == label ? 1 : 0)];

    /// <summary>The classes of named samples in the order in which pandas makes columns of them: alphabetical.</summary>
    /// <param name="names">Name of the class of each sample.</param>
    public static IReadOnlyList<string> Columns(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];
}
