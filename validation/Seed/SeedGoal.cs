namespace CrossbarSim.Validation.Seed;

/// <summary>One network of the original program and the test accuracy it must reach at epoch 20.</summary>
/// <param name="Config">File under configs/seed, without extension.</param>
/// <param name="Name">Name in table and picture.</param>
/// <param name="Low">Lowest accepted mean accuracy, 0 .. 1.</param>
/// <param name="High">Highest accepted mean accuracy, 0 .. 1.</param>
/// <param name="Goal">The goal in words.</param>
internal sealed record SeedGoal(string Config, string Name, double Low, double High, string Goal)
{
    /// <summary>The goals, from an independent replica of the original program on real MNIST.</summary>
    public static IReadOnlyList<SeedGoal> All { get; } =
    [
        Within("float-sgd", "float SGD, no pulses", 0.931, 0.006),
        Within("pulse-original-linear", "original, linear", 0.912, 0.015),
        Within("pulse-linear", "corrected, linear", 0.910, 0.015),
        Within("pulse-original-nonlinear", "original, A = 0.8", 0.79, 0.07),
        new("pulse-nonlinear-reference", "corrected, A = 0.8, reference column", 0.89, 1, "at least 0.89"),
        new("pulse-nonlinear", "corrected, A = 0.8, offset", 0, 1, "no goal: shows what the shifted mean weight costs"),
    ];

    private static SeedGoal Within(string config, string name, double mean, double tolerance) =>
        new(config, name, mean - tolerance, mean + tolerance, FormattableString.Invariant($"{mean:F3} +- {tolerance:F3}"));
}
