using System.Globalization;
using CrossbarSim.Experiments.Sweeps.Journals;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>How far a sweep is.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Points">Points of the plan.</param>
/// <param name="Done">Those that are finished.</param>
/// <param name="ByStatus">How they ended.</param>
/// <param name="Best">The most accurate; null: none has an accuracy.</param>
internal sealed record SweepReport(
    string Folder, long Points, long Done, IReadOnlyDictionary<string, int> ByStatus, SweepReport.BestOf? Best)
{
    /// <summary>Whether all points are finished.</summary>
    public bool Finished => Done == Points;

    /// <summary>How many points are finished, in words.</summary>
    internal string Size => string.Create(CultureInfo.InvariantCulture, $"{Done:N0} of {SweepText.Points(Points)}");

    /// <summary>Sums a sweep up.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="finished">Its finished points.</param>
    public static SweepReport Of(SweepFolder folder, JournalIndex finished)
    {
        var (best, statuses) = (new BestPoint(), new SortedDictionary<string, int>(StringComparer.Ordinal));
        foreach (var record in finished.Sorted())
        {
            best.Add(record);
            var status = record.Outcome.Split(',')[0];
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        return new SweepReport(folder.Path, folder.Plan.Count, finished.Count, statuses, best.Index < 0 ? null : new BestOf(
            best.Index, best.Accuracy, folder.Plan.Keys.Zip(folder.Plan.Values(best.Index)).ToDictionary()));
    }

    /// <summary>Prints it in words.</summary>
    /// <param name="output">Where to.</param>
    public void Print(TextWriter output)
    {
        var failed = string.Concat(ByStatus.Where(status => status.Key != "ok")
            .Select(status => $", {status.Value} {status.Key}"));
        output.WriteLine($"{Folder}: {Size}{failed}");
        if (Best is null) return;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best: {100 * Best.Accuracy:F2} %, point {Best.Index}: ")
            + string.Join(", ", Best.Settings.Select(setting => $"{setting.Key}={setting.Value}")));
    }

    /// <summary>The most accurate point.</summary>
    /// <param name="Index">Its index.</param>
    /// <param name="Accuracy">Its accuracy, on the validation samples where there are some, else on the test samples.</param>
    /// <param name="Settings">Its swept keys.</param>
    internal sealed record BestOf(long Index, double Accuracy, IReadOnlyDictionary<string, string> Settings);
}
