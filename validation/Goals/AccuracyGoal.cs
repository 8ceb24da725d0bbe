namespace CrossbarSim.Validation.Goals;

/// <summary>A network and the mean test accuracy over seeds that it must reach after its last epoch.</summary>
/// <param name="Config">Experiment file under configs, without extension.</param>
/// <param name="Name">Name in table and picture.</param>
/// <param name="Low">Lowest accepted mean accuracy, 0 .. 1.</param>
/// <param name="High">Highest accepted mean accuracy, 0 .. 1.</param>
/// <param name="Goal">The goal in words.</param>
/// <param name="Seeds">How many seeds are trained.</param>
internal sealed record AccuracyGoal(string Config, string Name, double Low, double High, string Goal, int Seeds)
{
    /// <summary>A mean accuracy with a tolerance.</summary>
    public static AccuracyGoal Within(string config, string name, double mean, double tolerance, int seeds) => new(
        config, name, mean - tolerance, mean + tolerance, FormattableString.Invariant($"{mean:F3} +- {tolerance:F3}"), seeds);

    /// <summary>A least mean accuracy.</summary>
    public static AccuracyGoal AtLeast(string config, string name, double least, int seeds) =>
        new(config, name, least, 1, FormattableString.Invariant($"at least {least:F3}"), seeds);
}
