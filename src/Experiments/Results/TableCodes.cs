using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary>What can be wrong with a table of a run.</summary>
internal static class TableCodes
{
    /// <summary>CBS0511: the columns are others.</summary>
    public static DataFileException Header(string file, string message) =>
        new("CBS0511", file, null, $"{file}:1: {message}");

    /// <summary>CBS0512: a row cannot be read.</summary>
    public static DataFileException Row(string file, long line, string message, Exception? cause = null) =>
        new("CBS0512", file, null, $"{file}:{line}: {message}", cause);
}
