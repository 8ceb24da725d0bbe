using CrossbarSim.Simulator.Downloads;
using Spectre.Console;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>
/// Shows on stderr how far a download is: live bars on a terminal, a line at every quarter of a file otherwise.
/// </summary>
internal static class DownloadDisplay
{
    /// <summary>Does some work and shows its progress.</summary>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="work">Gets whom to tell.</param>
    public static Task ShowAsync(bool quiet, Func<IDownloadReport, Task> work)
    {
        if (quiet) return work(new QuietDownload());
        if (Console.IsErrorRedirected) return work(new DownloadMilestones(Console.Error));
        return ProgressDisplay.Error.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(),
                new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new DownloadBars(context, ProgressDisplay.Error)));
    }
}
