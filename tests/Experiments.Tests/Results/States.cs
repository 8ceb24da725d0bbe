using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Tests.Results;

/// <summary>Arrays and states to write and read.</summary>
internal static class States
{
    public static IReadOnlyList<StateLayer> Layers(MappingKind mapping, params int[] sizes) =>
        [.. NetworkShape.Dense(sizes, Activation.Relu, bias: true).Layers.Select(shape => Layer(shape, mapping))];

    public static StateLayer Layer(int rows, int columns, int pulses = 100) =>
        Layer(new LayerShape(rows, columns, Bias: false), MappingKind.Offset, pulses);

    public static StateLayer Layer(LayerShape shape, MappingKind mapping, int pulses = 100) =>
        new(shape,
            new LinearDeviceOptions { Name = "Gerät-1", Gmin = 1e-6, Gmax = 51e-6, Pulses = pulses },
            new MappingOptions { Kind = mapping });

    public static StateSnapshot Snapshot(IReadOnlyList<StateLayer> layers, bool weights = true) =>
        new(ulong.MaxValue - 5, 17, [.. layers.Select(layer => State(layer, weights))]);

    private static LayerState State(StateLayer layer, bool weights)
    {
        var state = new LayerState(layer.Devices);
        for (var device = 0; device < layer.Devices; device++)
        {
            state.Pulses[device] = 7 * device % (layer.Pulses + 1);
            state.PotentiationPulses[device] = 3 * device;
            state.DepressionPulses[device] = 2 * device + 1;
            state.RefusedPulses[device] = device % 5;
        }

        if (weights) state.Weights = [.. Enumerable.Range(0, layer.Shape.Weights).Select(weight => Math.Sin(weight) / 3)];
        if (weights) state.Moments = Moments(layer.Shape.Weights);
        return state;
    }

    private static Moments Moments(int weights) => new(
        [.. Enumerable.Range(0, weights).Select(k => Math.Cos(k) / 7)],
        [.. Enumerable.Range(0, weights).Select(k => k / 3.0)],
        int.MaxValue + 5L);

    public static void AssertEqual(StateSnapshot expected, StateSnapshot actual)
    {
        Assert.Equal(expected.Seed, actual.Seed);
        Assert.Equal(expected.Epoch, actual.Epoch);
        Assert.Equal(expected.Layers.Count, actual.Layers.Count);
        foreach (var (one, other) in expected.Layers.Zip(actual.Layers)) AssertEqual(one, other);
    }

    private static void AssertEqual(LayerState expected, LayerState actual)
    {
        Assert.Equal(expected.Pulses, actual.Pulses);
        Assert.Equal(expected.PotentiationPulses, actual.PotentiationPulses);
        Assert.Equal(expected.DepressionPulses, actual.DepressionPulses);
        Assert.Equal(expected.RefusedPulses, actual.RefusedPulses);
        Assert.Equal(expected.Weights, actual.Weights);
        Assert.Equal(expected.Moments?.First, actual.Moments?.First);
        Assert.Equal(expected.Moments?.Second, actual.Moments?.Second);
        Assert.Equal(expected.Moments?.Steps, actual.Moments?.Steps);
    }
}
