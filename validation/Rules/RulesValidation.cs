using CrossbarSim.Experiments.Results;
using CrossbarSim.Validation.Goals;

namespace CrossbarSim.Validation.Rules;

/// <summary>The pulse rules on real MNIST: mean test accuracy over seeds, as replicas of one engine.</summary>
internal static class RulesValidation
{
    private const string Table = "validation/results/rules.csv";
    private const int Seeds = 5;

    private static readonly AccuracyGoal[] Goals =
    [
        AccuracyGoal.AtLeast("rules/batch-sign", "batch-sign, threshold 0.001", 0.960, Seeds),
        AccuracyGoal.AtLeast("rules/accumulate-linear", "accumulate, linear", 0.977, Seeds),
        AccuracyGoal.AtLeast("rules/accumulate-exponential", "accumulate, exponential A = -0.5", 0.977, Seeds),
        AccuracyGoal.AtLeast("rules/accumulate-32-pulses", "accumulate, 32 pulses", 0.975, Seeds),
        AccuracyGoal.AtLeast("rules/stochastic", "stochastic, 1,000 steps", 0.945, Seeds),
        AccuracyGoal.Within("seed/pulse-physical", "epoch-sign, two branches", 0.85, 0.08, seeds: 10),
    ];

    /// <summary>Runs the validation.</summary>
    /// <returns>0 when every goal is met, else 6.</returns>
    public static int Run()
    {
        var results = Goals.Select(goal => SeedRun.Train(goal)).ToList();
        Directory.CreateDirectory(Path.GetDirectoryName(Table)!);
        AtomicFile.WriteText(Table, string.Join('\n', [AccuracyResult.Header, .. results.Select(r => r.Line), ""]));
        return results.All(r => r.Met) ? 0 : 6;
    }
}
