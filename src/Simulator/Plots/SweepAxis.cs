using System.Globalization;
using CrossbarSim.Experiments.Sweeps.Sampling;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>A swept key on an axis: its values in order, and where each lies.</summary>
internal sealed class SweepAxis
{
    // Where steps differ by more, their order tells more than their size.
    private const double EvenRatio = 6;
    private const int MostLabels = 9;
    private const int LongestLabel = 18;
    private const string KindMark = "{kind: ";

    /// <summary>Orders the values.</summary>
    /// <param name="name">The key.</param>
    /// <param name="values">Its values, in any order, also repeated.</param>
    public SweepAxis(string name, IEnumerable<string> values)
    {
        var distinct = values.Distinct().ToList();
        var numbers = distinct.Select(value => NumberWithUnit.Parse(value)?.Number).ToList();
        IsNumber = numbers.All(number => number is not null);
        Name = name;
        Levels = IsNumber ? [.. distinct.Zip(numbers).OrderBy(pair => pair.Second).Select(pair => pair.First)] : distinct;
        var sorted = IsNumber ? numbers.Select(number => number!.Value).Order().ToArray() : [];
        IsLogarithmic = IsNumber && !IsEven(sorted) && sorted[0] > 0 && IsEven([.. sorted.Select(value => Math.Log(value))]);
        IsRanked = !IsNumber || (!IsEven(sorted) && !IsLogarithmic);
        Positions = IsRanked ? [.. Levels.Select((_, place) => (double)place)]
            : IsLogarithmic ? [.. sorted.Select(value => Math.Log10(value))] : sorted;
    }

    /// <summary>The key, or keys that go in step.</summary>
    public string Name { get; }

    /// <summary>Its values in order.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>Where each lies on the axis.</summary>
    public IReadOnlyList<double> Positions { get; }

    /// <summary>Whether all values are numbers.</summary>
    public bool IsNumber { get; }

    private bool IsLogarithmic { get; }

    // Evenly spaced, in order.
    private bool IsRanked { get; }

    /// <summary>Its ends, with room for markers.</summary>
    public AxisRange Range => AxisRange.Around(Positions, least: IsRanked ? 0.5 : 0);

    /// <summary>Its ticks.</summary>
    public NumericManual Ticks() => IsLogarithmic ? AxisTicks.Logarithmic(Range)
        : IsRanked ? Labels(Positions) : AxisTicks.Linear(Range, 7);

    /// <summary>Ticks where the values are evenly spaced whatever they are, as in the cells of a map.</summary>
    public NumericManual CellTicks() => Labels([.. Levels.Select((_, place) => (double)place)]);

    /// <summary>A value, short enough for a picture.</summary>
    /// <param name="level">Which, from 0.</param>
    public string Label(int level)
    {
        var number = NumberWithUnit.Parse(Levels[level])?.Number;
        var text = number?.ToString("G4", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal);
        return FigureText.Clean(text ?? Kind(level) ?? Levels[level], LongestLabel);
    }

    // Mappings that differ in their kind are called by it.
    private string? Kind(int level)
    {
        var kinds = Levels.Select(text => text.StartsWith(KindMark, StringComparison.Ordinal)
            ? text[KindMark.Length..].Split(',', '}')[0]
            : text).ToList();
        return kinds.Distinct().Count() == kinds.Count ? kinds[level] : null;
    }

    private NumericManual Labels(IReadOnlyList<double> positions)
    {
        var ticks = new NumericManual();
        var every = (positions.Count + MostLabels - 1) / MostLabels;
        for (var level = 0; level < positions.Count; level += every) ticks.AddMajor(positions[level], Label(level));
        return ticks;
    }

    private static bool IsEven(double[] sorted)
    {
        if (sorted.Length < 3) return true;
        var steps = sorted.Zip(sorted.Skip(1), (low, high) => high - low).ToList();
        return steps.Max() <= EvenRatio * steps.Min();
    }
}
