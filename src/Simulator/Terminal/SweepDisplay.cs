using System.Globalization;
using CrossbarSim.Simulator.Sweeping;
using Spectre.Console;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>
/// Shows on stderr how far a sweep is: a live table on a terminal, otherwise a line at every tenth of the points, and at least
/// one a minute.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="finished">Points that are finished already.</param>
/// <param name="total">Points of the plan.</param>
internal sealed class SweepDisplay(SweepPlan plan, long finished, long total)
{
    private const int Parts = 10;
    private const int BarWidth = 40;
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    private readonly long _began = TimeProvider.System.GetTimestamp();
    private readonly long _before = finished;
    private long _done = finished;
    private long _told;
    private long _toldAt = TimeProvider.System.GetTimestamp();

    /// <summary>The best of the points.</summary>
    public BestPoint Best { get; } = new();

    /// <summary>Runs some work and shows its progress.</summary>
    /// <param name="quiet">Show nothing.</param>
    /// <param name="work">Gets what to call with the number of points after each batch.</param>
    public void Show(bool quiet, Action<Action<int>> work)
    {
        if (quiet) work(_ => { });
        else if (Console.IsErrorRedirected) work(Milestone);
        else ProgressDisplay.Error.Live(Table()).Start(context => work(points =>
        {
            _done += points;
            context.UpdateTarget(Table());
        }));
    }

    private void Milestone(int points)
    {
        _done += points;
        var quiet = TimeProvider.System.GetElapsedTime(_toldAt) < Silence;
        if (Parts * _done / total == Parts * _told / total && quiet) return;
        (_told, _toldAt) = (_done, TimeProvider.System.GetTimestamp());
        Console.Error.WriteLine($"{Points()}: {Rate()}{(Best.Index < 0 ? "" : $"; best {Accuracy()}, point {Settings()}")}");
    }

    private Table Table()
    {
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = false };
        table.AddColumns("", "");
        var full = total == 0 ? BarWidth : (int)(BarWidth * _done / total);
        var bar = $"[green]{new string('━', full)}[/][grey]{new string('━', BarWidth - full)}[/]";
        table.AddRow("points", $"{bar} {Markup.Escape(Points())}");
        table.AddRow("rate", Markup.Escape(Rate()));
        if (Best.Index >= 0) table.AddRow("best", Markup.Escape(Accuracy())).AddRow("its settings", Markup.Escape(Settings()));
        return table;
    }

    private string Points() => Text($"{_done:N0} of {total:N0} points");

    private string Rate()
    {
        var seconds = TimeProvider.System.GetElapsedTime(_began).TotalSeconds;
        var rate = (_done - _before) / Math.Max(seconds, 1e-3);
        return rate <= 0 ? "" : Text($"{rate:G3} a second, {SweepText.Time((total - _done) / rate)} left");
    }

    private string Accuracy() => Text($"{100 * Best.Accuracy:F2} %");

    private string Settings() =>
        Text($"{Best.Index}: ") + string.Join(", ", plan.Keys.Zip(plan.Values(Best.Index), (key, value) => $"{key}={value}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
