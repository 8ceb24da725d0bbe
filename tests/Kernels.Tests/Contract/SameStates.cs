using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>Comparison of engines bit for bit.</summary>
internal static class SameStates
{
    /// <summary>States of all replicas, and what the networks say.</summary>
    public static void Assert(IEngine expected, IEngine actual)
    {
        for (var replica = 0; replica < expected.Plan.Replicas.Count; replica++)
            Assert(expected.ReadState(replica), actual.ReadState(replica), $"replica {replica}");
        Xunit.Assert.Equal(expected.TotalsAll(), actual.TotalsAll());
        foreach (var choice in Enum.GetValues<SampleChoice>())
            Xunit.Assert.Equal(expected.EvaluateAll(choice), actual.EvaluateAll(choice));
        var last = expected.Plan.Replicas.Count - 1;
        Xunit.Assert.Equal(expected.Probabilities(last, SampleChoice.Test), actual.Probabilities(last, SampleChoice.Test));
    }

    /// <summary>States of one replica.</summary>
    public static void Assert(IReadOnlyList<LayerState> expected, IReadOnlyList<LayerState> actual, string what = "")
    {
        foreach (var (layer, (one, other)) in expected.Zip(actual).Index())
        {
            Same(one.Pulses, other.Pulses, $"{what} layer {layer} pulses");
            Same(one.Codes(), other.Codes(), $"{what} layer {layer} codes");
            Same(one.PotentiationPulses, other.PotentiationPulses, $"{what} layer {layer} potentiation");
            Same(one.DepressionPulses, other.DepressionPulses, $"{what} layer {layer} depression");
            Same(one.RefusedPulses, other.RefusedPulses, $"{what} layer {layer} refused");
            Same(one.Weights, other.Weights, $"{what} layer {layer} weights");
            Same(one.Accumulators, other.Accumulators, $"{what} layer {layer} accumulators");
            Same(one.Moments?.First, other.Moments?.First, $"{what} layer {layer} first moments");
            Same(one.Moments?.Second, other.Moments?.Second, $"{what} layer {layer} second moments");
            Xunit.Assert.Equal(one.Moments?.Steps, other.Moments?.Steps);
        }
    }

    private static void Same<T>(T[]? expected, T[]? actual, string what)
        where T : struct
    {
        Xunit.Assert.True(expected?.Length == actual?.Length, $"{what}: {actual?.Length} instead of {expected?.Length}");
        for (var k = 0; k < expected?.Length; k++)
            Xunit.Assert.True(expected[k].Equals(actual![k]), $"{what}[{k}]: {actual[k]} instead of {expected[k]}");
    }
}
