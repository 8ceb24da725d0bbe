using System.Globalization;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Plots;

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
        var (seeds, epochs) = (Option(args, "--seeds", 10), Option(args, "--epochs", 20));
        var results = SeedGoal.All.Select(goal => (Goal: goal, Runs: Train(goal, seeds, epochs))).ToList();
        Directory.CreateDirectory(Folder);
        AtomicFile.WriteText($"{Folder}/seed.csv", Table(results));
        AtomicFile.WriteText($"{Folder}/seed-epochs.csv", Epochs(results));
        Draw(results);
        return results.All(r => Met(r.Goal, Final(r.Runs))) ? 0 : 6;
    }

    private static IReadOnlyList<IReadOnlyList<EpochRow>> Train(SeedGoal goal, int seeds, int epochs)
    {
        var options = ExperimentLoader.Load($"configs/seed/{goal.Config}.yaml", [$"training.epochs={epochs}"]);
        using IBackend backend = new CpuBackend();
        var runs = SeedRun.Train(backend, DatasetCatalog.Load(options.Dataset, null), options, seeds);
        var final = Final(runs);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{goal.Name,-40} {final.Average():F4}  sd {Deviation(final):F4}  {final.Min():F4} .. {final.Max():F4}  goal {goal.Goal}: {(Met(goal, final) ? "met" : "MISSED")}"));
        return runs;
    }
}
