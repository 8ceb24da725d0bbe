using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary>Finds what a kind of rule does on an accelerator; made when it is first asked for.</summary>
/// <param name="memory">Where.</param>
/// <param name="kernels">What runs there.</param>
/// <param name="network">The layers.</param>
internal sealed class RuleUpdates(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
{
    private readonly Dictionary<(Type, bool), RuleUpdate> _updates = [];

    /// <summary>The update for the rules of a call.</summary>
    /// <param name="rules">One per replica.</param>
    /// <exception cref="ArgumentException">
    /// Their number is not that of the replicas, or their kinds
    /// differ.
    /// </exception>
    public RuleUpdate For(IReadOnlyList<BatchRule> rules)
    {
        if (rules.Count != network.Replicas)
            throw new ArgumentException($"{rules.Count} rules given, {network.Replicas} expected", nameof(rules));
        var kind = Kind(rules[0]);
        if (rules.Any(rule => Kind(rule) != kind))
            throw new ArgumentException("the rules are not all of one kind", nameof(rules));
        if (!_updates.TryGetValue(kind, out var update)) _updates[kind] = update = Create(rules[0]);
        update.Take(rules);
        return update;
    }

    private static (Type Type, bool Forgets) Kind(BatchRule rule) => (rule.GetType(), rule is Adam { Forget: true });

    private RuleUpdate Create(BatchRule rule) => rule switch
    {
        Sgd => new SgdUpdate(memory, kernels, network),
        Adam { Forget: true } => new FreshAdamUpdate(memory, kernels, network),
        Adam => new AdamUpdate(memory, kernels, network),
        BatchSign => new BatchSignUpdate(memory, kernels, network),
        Accumulate => new AccumulateUpdate(memory, kernels, network),
        Stochastic => new StochasticUpdate(memory, kernels, network),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "no such rule"),
    };
}
