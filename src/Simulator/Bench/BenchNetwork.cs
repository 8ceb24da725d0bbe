using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Simulator.Bench;

/// <summary>The network that every tool of the field is measured with: 784-128-10 without bias.</summary>
internal static class BenchNetwork
{
    // Half-width of the first weights of each layer.
    private static readonly double[] Spread = [0.08, 0.2];

    /// <summary>Its shape.</summary>
    public static NetworkShape Shape { get; } = NetworkShape.Dense([784, 128, 10], Activation.Relu, bias: false);

    /// <summary>An engine of some of them, each with first weights of its own.</summary>
    /// <param name="backend">Where.</param>
    /// <param name="mappings">The devices of each layer.</param>
    /// <param name="samples">What is trained on.</param>
    /// <param name="point">Batch, replicas and threads.</param>
    public static IEngine Create(IBackend backend, IReadOnlyList<WeightMapping> mappings, SampleSet samples, BenchPoint point)
    {
        ReplicaPlan[] replicas =
            [.. Enumerable.Range(0, point.Replicas).Select(r => new ReplicaPlan((ulong)r + 1, mappings))];
        var plan = new EnginePlan(Shape, replicas, samples, SampleSet.Empty(samples.Size), point.Batch, point.Threads);
        var engine = backend.CreateEngine(plan);
        for (var r = 0; r < replicas.Length; r++) engine.WriteState(r, First(replicas[r]));
        return engine;
    }

    private static LayerState[] First(ReplicaPlan replica) => [.. Shape.Layers.Select((shape, layer) =>
    {
        var numbers = new RandomNumbers(replica.Seed, StreamKind.InitialState, layer);
        var state = new LayerState(shape.Weights);
        for (var cell = 0; cell < shape.Weights; cell++)
            state.Pulses[cell] = replica.Mappings[layer].Nearest(Spread[layer] * (2 * numbers.Uniform((uint)cell) - 1)).Plus;
        return state;
    })];
}
