using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>What a device came to over all its seeds: a row of <c>summary.csv</c>.</summary>
/// <param name="Name">The device.</param>
/// <param name="Epoch">The epoch of the figures, the last.</param>
/// <param name="Accuracy">Test accuracy over seeds, 0 .. 1.</param>
/// <param name="Difference">To the first device, seed by seed; null for the first itself.</param>
/// <param name="AdjustedP">Its p-value adjusted for the number of devices (Holm); null: none.</param>
/// <param name="NonlinearityUp">Label of the rising branch (<see cref="UpdateNonlinearity"/>), of layers the strongest.</param>
/// <param name="NonlinearityDown">Label of the falling branch.</param>
/// <param name="Pulses">Its memristors by the pulses they got, of all seeds.</param>
/// <param name="EnergyJoules">Energy of the pulses of one run, mean over seeds; null: nothing says what a pulse is.</param>
public sealed record DeviceSummary(
    string Name,
    int Epoch,
    SeedInterval Accuracy,
    PairedDifference? Difference,
    double? AdjustedP,
    double NonlinearityUp,
    double NonlinearityDown,
    PulseCounts Pulses,
    double? EnergyJoules)
{
    private const double FewerThan = 0.99;

    /// <summary>The bend of the direction that bends more, as a magnitude.</summary>
    public double Nonlinearity => Math.Max(Math.Abs(NonlinearityUp), Math.Abs(NonlinearityDown));

    /// <summary>Pulses that 99 % of the memristors do not exceed.</summary>
    public long Pulses99 => Pulses.Percentile(FewerThan);

    /// <summary>Refused pulses of one run, mean over seeds.</summary>
    public double Refused => (double)Pulses.Refused / Accuracy.Count;

    /// <summary>Sums devices up.</summary>
    /// <param name="devices">The devices, the one that the others are compared with first; the same seeds each.</param>
    public static IReadOnlyList<DeviceSummary> Of(IReadOnlyList<ComparedRuns> devices)
    {
        var summaries = devices.Select((device, i) => Of(device, i == 0 ? null : devices[0])).ToList();
        var p = HolmAdjustment.Of([.. summaries.Select(s => s.Difference?.P).OfType<double>()]);
        return [.. summaries.Select((s, i) => s.Difference?.P is null ? s : s with { AdjustedP = p[i - 1] })];
    }

    private static DeviceSummary Of(ComparedRuns runs, ComparedRuns? first)
    {
        var pulses = new PulseCounts();
        foreach (var seed in runs.Seeds) pulses.Add(seed.Pulses);
        var laws = runs.Device.Experiment.Device.Select(device => device.CreateLaw()).ToList();
        return new DeviceSummary(
            runs.Device.Name, runs.Seeds[0].Rows[^1].Epoch, SeedInterval.Of(runs.Accuracies),
            first is null ? null : PairedDifference.Of(runs.Accuracies, first.Accuracies), null,
            Strongest(laws.Select(law => law.Potentiation)), Strongest(laws.Select(law => law.Depression)),
            pulses, runs.Seeds.All(s => s.EnergyJoules is not null) ? runs.Seeds.Average(s => s.EnergyJoules) : null);
    }

    private static double Strongest(IEnumerable<LawBranch> branches) =>
        branches.Select(branch => UpdateNonlinearity.Of(branch.Curve)).MaxBy(Math.Abs);
}
