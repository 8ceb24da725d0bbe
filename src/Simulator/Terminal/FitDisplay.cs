using System.Globalization;
using CrossbarSim.Experiments.Fitting;
using Spectre.Console;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>
/// Shows on stderr how far a fit is: a live bar a stage on a terminal, a line at every quarter of a long one otherwise.
/// </summary>
internal static class FitDisplay
{
    /// <summary>Does some work and shows its progress.</summary>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="work">Gets whom to tell.</param>
    public static void Show(bool quiet, Action<IProgress<FitProgress>> work)
    {
        if (quiet) work(new Told(_ => { }));
        else if (Console.IsErrorRedirected) work(new Told(Milestones(TimeProvider.System)));
        else
            ProgressDisplay.Error.Progress()
                .Columns(
                    new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new RemainingTimeColumn())
                .Start(context => work(new Told(Bars(context))));
    }

    /// <summary>The progress of one stage.</summary>
    /// <param name="all">Who is told.</param>
    /// <param name="stage">The stage.</param>
    public static IProgress<double> Of(this IProgress<FitProgress> all, string stage) => new OneStage(all, stage);

    // What takes less than a second needs no line.
    private static Action<FitProgress> Milestones(TimeProvider clock)
    {
        var (stage, quarter, start) = ("", 0, clock.GetTimestamp());
        return progress =>
        {
            if (progress.Stage != stage) (stage, quarter, start) = (progress.Stage, 0, clock.GetTimestamp());
            var now = (int)(4 * progress.Share);
            if (now == quarter || clock.GetElapsedTime(start) < TimeSpan.FromSeconds(1)) return;
            quarter = now;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage}: {25 * quarter} %"));
        };
    }

    private static Action<FitProgress> Bars(ProgressContext context)
    {
        Dictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);
        return progress =>
        {
            if (!bars.TryGetValue(progress.Stage, out var bar))
                bars[progress.Stage] = bar = context.AddTask(Markup.Escape(progress.Stage), maxValue: 1);
            bar.Value = progress.Share;
        };
    }

    // The library's Progress<T> tells on another thread, after the work may have ended.
    private sealed class Told(Action<FitProgress> whom) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => whom(value);
    }

    private sealed class OneStage(IProgress<FitProgress> all, string stage) : IProgress<double>
    {
        public void Report(double value) => all.Report(new FitProgress(stage, value));
    }
}
