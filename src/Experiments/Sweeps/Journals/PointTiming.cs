using System.Globalization;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>The row of a point in <c>timing.csv</c>, the one table that may differ between two runs of a plan.</summary>
/// <param name="Seconds">Wall time of the batch that it was in, divided by the points of the batch.</param>
/// <param name="Together">Points of that batch.</param>
/// <param name="Backend">Where it was computed; empty: nowhere.</param>
public sealed record PointTiming(double Seconds, int Together, string Backend)
{
    /// <summary>Names of the columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["seconds", "points_together", "backend", "host", "commit"];

    /// <summary>The fields, as many as there are columns.</summary>
    public IEnumerable<string> Fields() =>
    [
        Seconds.ToString("G6", CultureInfo.InvariantCulture), Together.ToString(CultureInfo.InvariantCulture),
        Backend, Environment.MachineName, ProgramVersion.Commit,
    ];
}
