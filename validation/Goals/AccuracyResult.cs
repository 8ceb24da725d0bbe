using System.Globalization;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Validation.Goals;

/// <summary>What the seeds of a network came to.</summary>
/// <param name="Goal">What they must reach.</param>
/// <param name="Runs">The epochs of each seed.</param>
internal sealed record AccuracyResult(AccuracyGoal Goal, IReadOnlyList<IReadOnlyList<EpochRow>> Runs)
{
    /// <summary>Columns of <see cref="Line"/>.</summary>
    public const string Header = "network,seeds,epoch,test_accuracy_mean,test_accuracy_sd,lowest,highest,goal,met";

    private IReadOnlyList<double> Final => [.. Runs.Select(rows => rows[^1].TestAccuracy!.Value)];

    /// <summary>Whether the mean lies where it must.</summary>
    public bool Met => Final.Average() is var mean && mean >= Goal.Low && mean <= Goal.High;

    /// <summary>A row of the table.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture,
        $"{Path.GetFileName(Goal.Config)},{Runs.Count},{Runs[0][^1].Epoch},{MeanAndSpread.Of(Final).Fields},"
        + $"{Final.Min():F5},{Final.Max():F5},{Goal.Goal},{(Met ? "yes" : "no")}");

    /// <summary>The result on one line, for a person.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Goal.Name,-40} {Final.Average():F4}  sd {MeanAndSpread.Of(Final).Deviation:F4}  {Final.Min():F4} .. {Final.Max():F4}  "
        + $"goal {Goal.Goal}: {(Met ? "met" : "MISSED")}");
}
