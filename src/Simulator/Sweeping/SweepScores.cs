using System.Globalization;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>One result column of the finished points of a sweep.</summary>
/// <param name="folder">The sweep.</param>
/// <param name="column">Name of the column.</param>
internal sealed class SweepScores(SweepFolder folder, string column)
{
    private const string SeedKey = "seed";

    private readonly int _column = Column(column);

    /// <summary>Points that have a number there and ended well, by index.</summary>
    public IReadOnlyList<(long Index, double Score)> Points =>
    [
        .. from record in folder.Finished().Sorted()
           let fields = CsvLines.Fields(record.Outcome)
           where fields[0] == "ok" && fields[_column].Length > 0
           select (record.Index, double.Parse(fields[_column], CultureInfo.InvariantCulture)),
    ];

    /// <summary>Whether less of it is better.</summary>
    public bool LessIsBetter => !column.EndsWith("accuracy", StringComparison.Ordinal);

    /// <summary>The points as pictures want them: keys that go in step are one axis, the seeds none.</summary>
    /// <param name="points">The points.</param>
    public SweepTable Table(IReadOnlyList<(long Index, double Score)> points)
    {
        var percent = column.EndsWith("accuracy", StringComparison.Ordinal);
        var values = points.Select(point => folder.Plan.Values(point.Index)).ToList();
        var axes = Shown().Select(shown => (shown.Key, Axis: new SweepAxis(shown.Name, values.Select(of => of[shown.Key]))))
            .Where(shown => shown.Axis.Levels.Count > 1).ToList();
        var levels = axes.Select(shown => shown.Axis.Levels.Index().ToDictionary(level => level.Item, level => level.Index))
            .ToList();
        return new SweepTable([.. axes.Select(shown => shown.Axis)],
            [.. points.Zip(values, (point, of) => (
                axes.Select((shown, place) => levels[place][of[shown.Key]]).ToArray(), percent ? 100 * point.Score
                    : point.Score))],
            Label(percent), percent);
    }

    private string Label(bool percent)
    {
        var words = char.ToUpperInvariant(column[0]) + column[1..].Replace('_', ' ');
        return percent ? $"{words} (%)" : words;
    }

    private IEnumerable<(int Key, string Name)> Shown() =>
        from axes in AxisGroup.Of(folder.Plan.Options)
        from shown in axes.IsDrawn || axes.OneAtATime ? axes.Axes.Select(axis => (int[])[axis]) : [[.. axes.Axes]]
        where folder.Plan.Keys[shown[0]] != SeedKey
        select (shown[0], string.Join(" = ", shown.Select(axis => folder.Plan.Keys[axis])) + Unit(folder.Plan.Keys[shown[0]]));

    private string Unit(string key) => OptionValue.UnitOf(folder.Plan.Experiment, key) is { } unit ? $" ({unit})" : "";

    private static int Column(string column)
    {
        string[] numbers = [.. PointOutcome.Columns.Except(["status", "error", "version"])];
        if (numbers.Contains(column)) return PointOutcome.Columns.Index().First(other => other.Item == column).Index;
        var near = Suggestion.Question(Suggestion.Nearest(column, numbers));
        var all = string.Join(", ", numbers);
        throw new ConfigurationException(new Problem("CBS1113", "by",
            $"{Printable.Quoted(column)} is no column of results.csv with numbers: give one of {all}{near}"));
    }
}
