using System.Globalization;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Sweeps.Journals;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>The tables of a sweep: their columns, and the rows of a finished point.</summary>
/// <param name="Keys">The swept keys.</param>
/// <param name="Values">Their values at a point.</param>
/// <param name="Seed">Seed of every run, where it is no axis; null: it is one.</param>
public sealed record SweepColumns(IReadOnlyList<string> Keys, Func<long, IReadOnlyList<string>> Values, ulong? Seed)
{
    /// <summary>Columns of <c>results.csv</c>.</summary>
    public IReadOnlyList<string> Results =>
        ["index", "identity", .. Keys, .. Seed is null ? Array.Empty<string>() : ["seed"], .. PointOutcome.Columns];

    /// <summary>Columns of <c>epochs.csv</c>.</summary>
    public static IReadOnlyList<string> Epochs { get; } = ["index", .. EpochRow.Columns, .. EpochRow.OptionalColumns];

    /// <summary>Columns of <c>timing.csv</c>.</summary>
    public static IReadOnlyList<string> Timing { get; } = ["index", .. PointTiming.Columns];

    /// <summary>The row of a point in <c>results.csv</c>, with its line feed.</summary>
    /// <param name="record">The point.</param>
    public string Result(PointRecord record)
    {
        IEnumerable<string> seed = Seed is { } number ? [number.ToString(CultureInfo.InvariantCulture)] : [];
        return $"{CsvLines.Of([Index(record), record.Identity, .. Values(record.Index), .. seed])},{record.Outcome}\n";
    }

    /// <summary>The rows of a point in <c>epochs.csv</c>.</summary>
    /// <param name="record">The point.</param>
    public static string EpochsOf(PointRecord record) =>
        string.Concat(record.Epochs.Select(epoch => $"{Index(record)},{epoch}\n"));

    /// <summary>The row of a point in <c>timing.csv</c>.</summary>
    /// <param name="record">The point.</param>
    public static string TimingOf(PointRecord record) => $"{Index(record)},{record.Timing}\n";

    private static string Index(PointRecord record) => record.Index.ToString(CultureInfo.InvariantCulture);
}
