using CrossbarSim.Experiments.Comparing;

namespace CrossbarSim.Simulator.Comparing;

/// <summary>What a finished comparison came to.</summary>
/// <param name="Devices">The devices that were asked for, with their runs.</param>
/// <param name="Summaries">A summary of each.</param>
/// <param name="Sensitivity">What parameters cost; empty where it was not asked for.</param>
internal sealed record CompareReport(
    IReadOnlyList<ComparedRuns> Devices, IReadOnlyList<DeviceSummary> Summaries, IReadOnlyList<SensitivityRow> Sensitivity)
{
    /// <summary>Sums up.</summary>
    /// <param name="runs">Devices and variants.</param>
    public static CompareReport Of(IReadOnlyList<ComparedRuns> runs)
    {
        List<ComparedRuns> devices = [.. runs.Where(run => run.Device.VariantOf is null)];
        return new CompareReport(devices, DeviceSummary.Of(devices), SensitivityRow.Of(runs));
    }

    /// <summary>A plain sentence for each device.</summary>
    public IReadOnlyList<string> Verdicts => [.. Summaries.Select((summary, i) =>
        Verdict.Of(summary, Summaries[0], [.. Sensitivity.Where(row => row.Device == summary.Name)]))];
}
