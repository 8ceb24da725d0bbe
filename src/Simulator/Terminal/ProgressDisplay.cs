using System.Globalization;
using CrossbarSim.Experiments.Results;
using Spectre.Console;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>
/// Shows on stderr how far the runs are: live bars on a terminal, a line at every quarter otherwise.
/// </summary>
internal static class ProgressDisplay
{
    /// <summary>Runs some work and shows its progress.</summary>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="runs">Name and number of epochs of each run.</param>
    /// <param name="work">Gets what to call, with the number of the run, after each epoch.</param>
    public static void Show(bool quiet, IReadOnlyList<(string Name, int Epochs)> runs, Action<Action<int, EpochRow>> work)
    {
        if (quiet) work((_, _) => { });
        else if (Console.IsErrorRedirected) work(Milestones(runs));
        else Bars(runs, work);
    }

    /// <summary>The console on stderr; honours NO_COLOR.</summary>
    public static IAnsiConsole Error { get; } = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(Console.Error),
    });

    private static Action<int, EpochRow> Milestones(IReadOnlyList<(string Name, int Epochs)> runs) => (run, result) =>
    {
        var (name, epochs) = runs[run];
        var quarter = 4 * result.Epoch / epochs;
        if (result.Epoch == 0 || quarter == 4 * (result.Epoch - 1) / epochs) return;
        lock (runs) Console.Error.WriteLine($"{name}: epoch {result.Epoch} of {epochs}{Accuracy(result)}");
    };

    private static void Bars(IReadOnlyList<(string Name, int Epochs)> runs, Action<Action<int, EpochRow>> work) =>
        Error.Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                var tasks = runs.Select(run => context.AddTask(Markup.Escape(run.Name), maxValue: run.Epochs)).ToList();
                work((run, result) =>
                {
                    tasks[run].Value = result.Epoch;
                    tasks[run].Description = Markup.Escape(
                        $"{runs[run].Name}: epoch {result.Epoch}/{runs[run].Epochs}{Accuracy(result)}");
                });
            });

    private static string Accuracy(EpochRow result) => result.TestAccuracy is { } test
        ? string.Create(CultureInfo.InvariantCulture, $", test accuracy {100 * test:F1} %")
        : "";
}
