using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Experiments.Options;

/// <summary>Times after programming at which an array is read.</summary>
public static class ReadTimes
{
    private const double Day = 86_400;

    /// <summary>1 second, 1 hour, 1 day, 30 days and 1 year of 365 days, in seconds.</summary>
    public static IReadOnlyList<double> Usual { get; } = [1, 3_600, Day, 30 * Day, 365 * Day];

    /// <summary>What is wrong with a list of times.</summary>
    /// <param name="times">Seconds; null: none is given.</param>
    /// <param name="key">Its key.</param>
    public static IEnumerable<Problem> Check(IReadOnlyList<double>? times, string key)
    {
        for (var i = 1; i < times?.Count; i++)
            if (times[i] <= times[i - 1])
                yield return new Problem("CBS0340", key,
                    $"{Quantity.Format(times[i], "s")} follows {Quantity.Format(times[i - 1], "s")}: times of reading rise");
    }
}
