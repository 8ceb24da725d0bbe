using System.Globalization;
using Spectre.Console;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>Shows on stderr how much of some work is done: a bar on a terminal, a line at every quarter otherwise.</summary>
internal static class WorkProgress
{
    /// <summary>Does the work and shows its progress.</summary>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="name">What is worked on.</param>
    /// <param name="parts">Parts of the work.</param>
    /// <param name="work">Gets what to call after each part.</param>
    public static void Show(bool quiet, string name, int parts, Action<Action> work)
    {
        if (quiet) work(() => { });
        else if (Console.IsErrorRedirected) work(Milestones(name, parts));
        else Bar(name, parts, work);
    }

    private static Action Milestones(string name, int parts)
    {
        var done = 0;
        return () =>
        {
            if (4 * ++done / parts > 4 * (done - 1) / parts)
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {done} of {parts}"));
        };
    }

    private static void Bar(string name, int parts, Action<Action> work) => ProgressDisplay.Error.Progress()
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(name), maxValue: parts);
            work(() => task.Increment(1));
        });
}
