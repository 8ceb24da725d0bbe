using System.Globalization;
using ScottPlot.TickGenerators;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Places and labels ticks; always invariant culture.</summary>
internal static class AxisTicks
{
    /// <summary>Ticks at multiples of 1, 2 or 5 times a power of ten.</summary>
    /// <param name="range">Ends of the axis.</param>
    /// <param name="target">About how many labels fit.</param>
    /// <param name="integers">Whether only whole numbers make sense.</param>
    public static NumericManual Linear(AxisRange range, int target, bool integers = false)
    {
        var ticks = new NumericManual();
        foreach (var (position, label) in Steps(range, target, integers)) ticks.AddMajor(position, label);
        return ticks;
    }

    /// <summary>Positions and labels of the ticks of <see cref="Linear"/>.</summary>
    /// <param name="range">Ends of the axis.</param>
    /// <param name="target">About how many labels fit.</param>
    /// <param name="integers">Whether only whole numbers make sense.</param>
    public static IEnumerable<(double Position, string Label)> Steps(AxisRange range, int target, bool integers = false)
    {
        var step = Step((range.High - range.Low) / target);
        if (integers) step = Math.Max(1, step);
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        var (first, last) = ((long)Math.Ceiling(range.Low / step - 1e-6), (long)Math.Floor(range.High / step + 1e-6));
        for (var i = first; i <= last; i++)
            yield return (i * step, (i * step).ToString("F" + decimals, CultureInfo.InvariantCulture));
    }

    /// <summary>Ticks of an axis whose positions are decimal logarithms.</summary>
    /// <param name="range">Ends of the axis, log10.</param>
    public static NumericManual Logarithmic(AxisRange range)
    {
        var ticks = new NumericManual { MaxTickCount = int.MaxValue };
        var decades = range.High - range.Low;
        var every = Math.Max(1, (int)Math.Ceiling(decades / 6));
        for (var power = (int)Math.Floor(range.Low); power <= range.High; power++)
            AddDecade(ticks, power, decades < 2 ? [1, 2, 5] : power % every == 0 ? [1] : []);
        return ticks;
    }

    private static void AddDecade(NumericManual ticks, int power, int[] labelled)
    {
        for (var digit = 1; digit < 10; digit++)
        {
            var position = power + Math.Log10(digit);
            if (labelled.Contains(digit)) ticks.AddMajor(position, Number(digit, power));
            else ticks.AddMinor(position);
        }
    }

    // Powers as in 2e-5 beyond four places: superscripts are too small to print.
    private static string Number(int digit, int power) => power is >= -4 and <= 4
        ? (digit * Math.Pow(10, power)).ToString("0.####", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{digit}e{power}");

    private static double Step(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var lead = rough / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }
}
