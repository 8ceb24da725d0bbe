namespace CrossbarSim.Validation.Backends;

/// <summary>One experiment that every backend must train to the same bits.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Config">Experiment file under configs, without extension.</param>
/// <param name="Set">Keys that are set, as on the command line.</param>
internal sealed record BackendCase(string Name, string Config, params string[] Set)
{
    /// <summary>Every rule, and every kind of device state.</summary>
    public static IReadOnlyList<BackendCase> All { get; } =
    [
        new("sgd", "seed/float-sgd"),
        new("epoch-sign", "seed/pulse-linear"),
        new("epoch-sign, two branches", "seed/pulse-physical"),
        new("batch-sign", "rules/batch-sign"),
        new("batch-sign, quantile", "rules/batch-sign", "rule.threshold={ quantile: 0.9 }", "training.batch=128"),
        new("accumulate", "rules/accumulate-linear"),
        new("accumulate, one curve", "rules/accumulate-exponential"),
        new("accumulate, two branches, noise and spread", "rules/accumulate-linear",
            "device=two-branch-100",
            "device.variation={ c2c: { sigma: 0.02, of: window }, d2d: { gmin: 0.02, gmax: 0.05, gain: 0.2, a: 0.1 } }"),
        new("accumulate, better of a pair", "rules/accumulate-exponential", "mapping={ kind: differential, pair: better }"),
        new("batch-sign, spreads of every kind, faults and endurance", "rules/batch-sign",
            "device.variation={ d2d: { gmin: { sigma: 0.1 uS, of: absolute }, gmax: { sigma: 0.1, distribution: truncated }, "
            + "gain: { sigma: 0.5, distribution: log-normal }, step: 0.2 }, faults: { stuck_gmin: 0.01, stuck_gmax: 0.01, "
            + "stuck_anywhere: 0.01, unformed: 0.01, sluggish: 0.05 }, endurance: { pulses: 100, sigma: 0.5 } }"),
        new("accumulate, noise of pulse, write and read", "rules/accumulate-linear",
            "device.variation={ c2c: { sigma: 0.3, of: step }, write: { sigma: 0.02 }, read: { sigma: 0.01 } }"),
        new("stochastic", "rules/stochastic"),
        new("stochastic, noise of 0.3 steps", "rules/stochastic", "device.variation={ c2c: { sigma: 0.3, of: step } }"),
    ];
}
