using CrossbarSim.Core.Backends;

namespace CrossbarSim.Simulator.Bench.Checks;

/// <summary>A rule that backends are compared with.</summary>
/// <param name="Name">In words.</param>
/// <param name="Rule">What is done with each mini-batch.</param>
/// <param name="FiresSigns">Whether every epoch ends with the signs.</param>
internal sealed record CheckedRule(string Name, BatchRule Rule, bool FiresSigns = false)
{
    /// <summary>Every rule, those with choices in more than one way.</summary>
    public static IReadOnlyList<CheckedRule> All { get; } =
    [
        new("sgd", new Sgd(0.1)),
        new("adam", new Adam(0.001)),
        new("epoch-sign", new Sgd(0.1), FiresSigns: true),
        new("batch-sign", new BatchSign(0.001)),
        new("batch-sign, quantile", new BatchSign(0, 0.9, 3)),
        new("accumulate", new Accumulate(0.3)),
        new("accumulate, 3 pulses", new Accumulate(1, MaxPulses: 3)),
        new("stochastic", new Stochastic(0.1)),
    ];
}
