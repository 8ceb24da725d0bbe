using System.Globalization;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Runs;
using CrossbarSim.Validation.Goals;

namespace CrossbarSim.Validation.Seed;

/// <summary>
/// The original program's networks on real MNIST: mean test accuracy at epoch 20 over 10 seeds beside what an
/// independent replica gave, and one picture of why nonlinear devices looked bad.
/// </summary>
internal static class SeedValidation
{
    private const string Folder = "validation/results";
    private const int Seeds = 10;

    private static readonly string[] InPicture = ["pulse-linear", "pulse-nonlinear", "pulse-nonlinear-reference"];

    /// <summary>The goals, from an independent replica of the original program on real MNIST.</summary>
    private static readonly AccuracyGoal[] Goals =
    [
        AccuracyGoal.Within("seed/float-sgd", "float SGD, no pulses", 0.931, 0.006, Seeds),
        AccuracyGoal.Within("seed/pulse-original-linear", "original, linear", 0.912, 0.015, Seeds),
        AccuracyGoal.Within("seed/pulse-linear", "corrected, linear", 0.910, 0.015, Seeds),
        AccuracyGoal.Within("seed/pulse-original-nonlinear", "original, A = 0.8", 0.79, 0.07, Seeds),
        AccuracyGoal.AtLeast("seed/pulse-nonlinear-reference", "corrected, A = 0.8, reference column", 0.89, Seeds),
        new("seed/pulse-nonlinear", "corrected, A = 0.8, offset", 0, 1, "no goal: shows what the shifted mean weight costs",
            Seeds),
    ];

    /// <summary>Runs the validation.</summary>
    /// <param name="args"><c>--seeds K</c>, <c>--epochs E</c>.</param>
    /// <returns>0 when every goal is met, else 6.</returns>
    public static int Run(string[] args)
    {
        var (seeds, epochs) = (Arguments.Number(args, "--seeds", Seeds), Arguments.Number(args, "--epochs", 20));
        var results = Goals.Select(goal => SeedRun.Train(goal, seeds, epochs)).ToList();
        Directory.CreateDirectory(Folder);
        AtomicFile.WriteText($"{Folder}/seed.csv", Lines([AccuracyResult.Header, .. results.Select(r => r.Line)]));
        AtomicFile.WriteText($"{Folder}/seed-epochs.csv", Epochs(results));
        Draw(results);
        return results.All(r => r.Met) ? 0 : 6;
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', [.. lines, ""]);

    private static string Epochs(IReadOnlyList<AccuracyResult> results)
    {
        var lines =
            from result in results
            from run in result.Runs.Index()
            from row in run.Item
            select string.Create(CultureInfo.InvariantCulture,
                $"{Name(result)},{run.Index + 1},{row.Epoch},{row.TrainAccuracy},{row.TestAccuracy},{row.TestLoss}");
        return Lines(["network,seed,epoch,train_accuracy,test_accuracy,test_loss", .. lines]);
    }

    private static string Name(AccuracyResult result) => Path.GetFileName(result.Goal.Config);

    private static void Draw(IReadOnlyList<AccuracyResult> results) =>
        ComparisonFigure.Save(
            [.. results.Where(r => InPicture.Contains(Name(r))).Select(r => new ComparedRun(
                r.Goal.Name, [.. r.Runs.Select(rows => rows.Select(RunPictures.Point).ToList())]))],
            $"{Folder}/seed", "MNIST, epoch-sign: the mean weight, not the curvature");
}
