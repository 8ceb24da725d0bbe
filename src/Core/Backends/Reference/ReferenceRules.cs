namespace CrossbarSim.Core.Backends.Reference;

/// <summary>The rules of the reference backend.</summary>
internal static class ReferenceRules
{
    /// <summary>Starts a rule on one layer.</summary>
    /// <param name="rule">Which, and its numbers.</param>
    /// <param name="array">The devices of the layer.</param>
    /// <exception cref="NotSupportedException">No such rule.</exception>
    public static IReferenceRule Start(BatchRule rule, ReferenceArray array) => rule switch
    {
        Optimizer optimizer => new ReferenceDescent(optimizer),
        BatchSign sign => new ReferenceBatchSign(sign),
        Accumulate accumulate => new ReferenceAccumulate(accumulate, array.Mapping),
        Stochastic stochastic => new ReferenceStochastic(stochastic, array),
        _ => throw new NotSupportedException($"{rule.GetType().Name} is unknown to the reference backend"),
    };
}
