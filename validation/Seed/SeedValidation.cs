using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Runs;

namespace CrossbarSim.Validation.Seed;

/// <summary>
/// The original program's networks on real MNIST: mean test accuracy at epoch 20 over 10 seeds beside what an
/// independent replica gave, and one picture of why nonlinear devices looked bad.
/// </summary>
internal static class SeedValidation
{
    private const string Folder = "validation/results";
    private static readonly string[] InPicture = ["pulse-linear", "pulse-nonlinear", "pulse-nonlinear-reference"];

    /// <summary>Runs the validation.</summary>
    /// <param name="args"><c>--seeds K</c>, <c>--epochs E</c>.</param>
    /// <returns>0 when every goal is met, else 6.</returns>
    public static int Run(string[] args)
    {
        var (seeds, epochs) = (Arguments.Number(args, "--seeds", 10), Arguments.Number(args, "--epochs", 20));
        var results = SeedGoal.All.Select(goal => (Goal: goal, Runs: Train(goal, seeds, epochs))).ToList();
        Directory.CreateDirectory(Folder);
        AtomicFile.WriteText($"{Folder}/seed.csv", Table(results));
        AtomicFile.WriteText($"{Folder}/seed-epochs.csv", Epochs(results));
        Draw(results);
        return results.All(r => Met(r.Goal, Final(r.Runs))) ? 0 : 6;
    }

    private static IReadOnlyList<IReadOnlyList<EpochRow>> Train(SeedGoal goal, int seeds, int epochs)
    {
        var options = ExperimentLoader.Load(
            $"configs/seed/{goal.Config}.yaml", [ConfigurationOverride.Set($"training.epochs={epochs}")]).OrThrow();
        using IBackend backend = new CpuBackend();
        var runs = SeedRun.Train(
            backend, new DatasetCatalog(DatasetFolders.OfThisMachine()).Load(options.Dataset), options, seeds);
        var final = Final(runs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{goal.Name,-40} {final.Average():F4}  sd {Deviation(final):F4}  {final.Min():F4} .. {final.Max():F4} "
            + $" goal {goal.Goal}: {(Met(goal, final) ? "met" : "MISSED")}"));
        return runs;
    }

    private static string Table(IReadOnlyList<(SeedGoal Goal, IReadOnlyList<IReadOnlyList<EpochRow>> Runs)> results)
    {
        var lines = results.Select(result =>
        {
            var final = Final(result.Runs);
            var spread = string.Create(CultureInfo.InvariantCulture,
                $"{final.Average():F5},{Deviation(final):F5},{final.Min():F5},{final.Max():F5}");
            var met = Met(result.Goal, final) ? "yes" : "no";
            return $"{result.Goal.Config},{final.Count},{result.Runs[0][^1].Epoch},{spread},{result.Goal.Goal},{met}";
        });
        return string.Join('\n',
            ["network,seeds,epoch,test_accuracy_mean,test_accuracy_sd,lowest,highest,goal,met", .. lines, ""]);
    }

    private static string Epochs(IReadOnlyList<(SeedGoal Goal, IReadOnlyList<IReadOnlyList<EpochRow>> Runs)> results)
    {
        var lines =
            from result in results
            from run in result.Runs.Select((rows, i) => (Seed: i + 1, Rows: rows))
            from row in run.Rows
            select string.Create(CultureInfo.InvariantCulture,
                $"{result.Goal.Config},{run.Seed},{row.Epoch},{row.TrainAccuracy},{row.TestAccuracy},{row.TestLoss}");
        return string.Join('\n', ["network,seed,epoch,train_accuracy,test_accuracy,test_loss", .. lines, ""]);
    }

    private static void Draw(IReadOnlyList<(SeedGoal Goal, IReadOnlyList<IReadOnlyList<EpochRow>> Runs)> results) =>
        ComparisonFigure.Save(
            [.. results.Where(r => InPicture.Contains(r.Goal.Config)).Select(r => new ComparedRun(
                r.Goal.Name, [.. r.Runs.Select(rows => rows.Select(RunPictures.Point).ToList())]))],
            $"{Folder}/seed", "MNIST, epoch-sign: the mean weight, not the curvature");

    private static List<double> Final(IReadOnlyList<IReadOnlyList<EpochRow>> runs) =>
        [.. runs.Select(rows => rows[^1].TestAccuracy!.Value)];

    private static bool Met(SeedGoal goal, List<double> final) =>
        final.Average() >= goal.Low && final.Average() <= goal.High;

    private static double Deviation(List<double> values)
    {
        var mean = values.Average();
        return values.Count < 2 ? 0 : Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
