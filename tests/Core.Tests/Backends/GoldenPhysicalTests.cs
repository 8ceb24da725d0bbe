using System.Text.Json;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Three epochs of descent and pulses with devices of two branches, A = -0.5 up and 0.5 down.</summary>
public sealed class GoldenPhysicalTests
{
    private const int BatchSize = 4;

    // A position is rounded to 2^-16 of a pulse, and the steepest pulse moves 0.023 of the window.
    private const double Bound = 1e-6;

    private static readonly JsonElement Tiny = GoldenFiles.Json("seed/golden_trace.json").GetProperty("tiny");
    private static readonly NetworkShape Shape = NetworkShape.Dense([4, 3, 2], Activation.Relu, bias: false);
    private static readonly WeightMapping Mapping = new(SmallDevices.TwoBranches(-0.5, 0.5, 100), new MappingOptions());

    [Fact]
    public void Conductances_of_three_epochs_are_reached_and_every_sign()
    {
        var (network, pulses) = (new ReferenceNetwork(Shape), new ReferencePulses(Shape, [Mapping, Mapping]));
        var epochs = Tiny.GetProperty("cases").GetProperty("physical_Ap-0.5_Ad0.5").EnumerateArray().ToList();
        Assert.Equal(3, epochs.Count);
        foreach (var epoch in epochs)
        {
            if (epoch.GetProperty("epoch").GetInt32() == 1) Start(pulses, epoch);
            var before = pulses.Arrays.Select(array => array.Weights()).ToArray();
            Train(network, before);
            for (var layer = 0; layer < 2; layer++) CheckEpoch(network, pulses, epoch, layer, before[layer]);
        }
    }

    private static void Start(ReferencePulses pulses, JsonElement epoch)
    {
        for (var layer = 0; layer < 2; layer++)
        {
            int[] codes = [.. Numbers(epoch, "u", layer, "start").Select(u =>
                (int)Math.Round(Mapping.Law.Potentiation.Position(u) * DevicePosition.One))];
            pulses.Arrays[layer].Devices.Write(LayerState.FromCodes(codes, positions: true, branches: true));
        }
    }

    private static void Train(ReferenceNetwork network, double[][] weights)
    {
        for (var layer = 0; layer < 2; layer++) weights[layer].CopyTo(network.Layers[layer].Weights, 0);
        var inputs = GoldenFiles.Numbers(Tiny.GetProperty("X"));
        byte[] labels = [.. GoldenFiles.Integers(Tiny.GetProperty("y")).Select(label => (byte)label)];
        for (var start = 0; start < labels.Length; start += BatchSize)
        {
            var end = start + BatchSize;
            network.Differentiate(inputs[(start * Shape.Inputs)..(end * Shape.Inputs)], labels.AsSpan(start, BatchSize));
            foreach (var layer in network.Layers) layer.Descend(new Sgd(GoldenCase.Rate));
        }
    }

    private static void CheckEpoch(
        ReferenceNetwork network, ReferencePulses pulses, JsonElement epoch, int layer, double[] before)
    {
        var (trained, array) = (network.Layers[layer].Weights, pulses.Arrays[layer]);
        var signs = GoldenFiles.Integers(epoch.GetProperty($"sign{layer + 1}"));
        Assert.Equal(signs, trained.Zip(before, (after, from) => Math.Sign(after - from)));

        // Weights span twice the window.
        Near.Equal(Numbers(epoch, "W", layer, "trained"), trained, 2 * Bound, $"W{layer + 1}_trained");
        pulses.Fire(layer, trained, before, default);
        double[] fractions = [.. Enumerable.Range(0, trained.Length).Select(array.Devices.Fraction)];
        Near.Equal(Numbers(epoch, "u", layer, "after"), fractions, Bound, $"u{layer + 1}_after");
    }

    private static double[] Numbers(JsonElement epoch, string name, int layer, string moment) =>
        GoldenFiles.Numbers(epoch.GetProperty($"{name}{layer + 1}_{moment}"));
}
