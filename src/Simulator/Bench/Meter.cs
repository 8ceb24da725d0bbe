using System.Diagnostics;
using CrossbarSim.Simulator.Bench.Trials;

namespace CrossbarSim.Simulator.Bench;

/// <summary>What one repeat took.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="CpuSeconds">Time of all cores that the process used.</param>
internal readonly record struct Spent(double Seconds, double CpuSeconds);

/// <summary>Holds the watch.</summary>
internal static class Meter
{
    /// <summary>A point that is slow is not repeated for longer than this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // The compiler replaces code that is used a lot, in the background, after a tenth of a second or two.
    private static readonly TimeSpan Compilation = TimeSpan.FromSeconds(0.4);

    /// <summary>Runs something untimed, then several times.</summary>
    /// <param name="trial">What to run.</param>
    /// <param name="repeats">How often, at least once.</param>
    /// <param name="isNew">Whether its code was not run before, and must be warmed up for longer.</param>
    /// <returns>The medians, each of its own, and how often it was run.</returns>
    public static (Spent Median, int Repeats) Run(ITrial trial, int repeats, bool isNew)
    {
        var warming = Stopwatch.StartNew();
        do trial.WarmUp();
        while (isNew && warming.Elapsed < Compilation);
        List<Spent> spent = [];
        var all = Stopwatch.StartNew();
        while (spent.Count < repeats && (spent.Count == 0 || all.Elapsed < Patience))
        {
            trial.Prepare();
            spent.Add(Once(trial.Run));
        }

        return (new Spent(Median(spent.Select(s => s.Seconds)), Median(spent.Select(s => s.CpuSeconds))), spent.Count);
    }

    private static Spent Once(Action run)
    {
        var (cpu, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        run();
        var seconds = watch.Elapsed.TotalSeconds;
        return new Spent(seconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
