using System.Globalization;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>Numbers of a sweep in words.</summary>
internal static class SweepText
{
    /// <summary>A time that nobody needs to the second.</summary>
    /// <param name="seconds">Seconds.</param>
    public static string Time(double seconds) => seconds switch
    {
        < 90 => Text($"{Math.Ceiling(seconds):0} s"),
        < 5400 => Text($"{seconds / 60:0} min"),
        < 172_800 => Text($"{seconds / 3600:0.#} h"),
        _ => Text($"{seconds / 86_400:0.#} days"),
    };

    /// <summary>A number of points.</summary>
    /// <param name="count">How many.</param>
    public static string Points(long count) => Text($"{count:N0} {(count == 1 ? "point" : "points")}");

    /// <summary>How much there is to do, told before it is begun.</summary>
    /// <param name="total">Points of the plan.</param>
    /// <param name="finished">Those that are finished.</param>
    /// <param name="size">How the others are packed.</param>
    /// <param name="seconds">How long they take; null: not known.</param>
    public static string Start(long total, long finished, BatchSize size, double? seconds)
    {
        var done = finished == 0 ? "" : Text($", {finished:N0} of them finished");
        var time = seconds is { } known ? $"; about {Time(known)}" : "";
        return Text($"{Points(total)}{done}; up to {size.Points} together, {size.Workers} at once{time}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
