using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

public sealed class ReferenceEngineTests
{
    private static readonly NetworkShape Shape = NetworkShape.Dense([4, 3, 2], Activation.Relu, bias: true);

    private static readonly SampleSet Samples = new(
        Enumerable.Range(0, 28).Select(k => (byte)(37 * k)).ToArray(), new byte[] { 0, 1, 1, 0, 1, 0, 0 }, 4);

    [Fact]
    public void State_that_is_written_is_read_back_as_copies()
    {
        using var engine = Engine();
        var written = State();
        engine.WriteState(written);
        written[0].Pulses[0]++;
        var read = engine.ReadState();
        Assert.Equal(3, read[0].Pulses[0]);
        Assert.Equal([1, 2], [read[1].PotentiationPulses[1], read[1].RefusedPulses[2]]);
        Assert.Equal(Mapping().Table[3], read[0].Weights![0]);
        read[0].Pulses[0] = 9;
        Assert.Equal(3, engine.ReadState()[0].Pulses[0]);
    }

    [Fact]
    public void Given_weights_are_kept_until_pulses_replace_them()
    {
        using var engine = Engine();
        var state = State();
        state[0].Weights = [.. Enumerable.Repeat(0.123, Shape.Layers[0].Weights)];
        engine.WriteState(state);
        Assert.All(engine.ReadState()[0].Weights!, weight => Assert.Equal(0.123, weight));

        // Nothing moved since the weights were written: no pulse, and the weights are the devices' again.
        Assert.Equal(default, engine.FireSigns(default));
        Assert.All(engine.ReadState()[0].Weights!, weight => Assert.Equal(Mapping().Table[3], weight));
    }

    [Fact]
    public void Descending_moves_weights_but_no_device_and_pulses_follow_their_signs()
    {
        using var engine = Engine();
        engine.WriteState(State());
        var before = engine.ReadState();
        engine.Train([0, 1, 2, 3, 4, 5, 6], batch: 3, new Sgd(0.05));
        var trained = engine.ReadState();
        Assert.Equal(before[0].Pulses, trained[0].Pulses);
        var fired = engine.FireSigns(default);
        var after = engine.ReadState();
        var moved = 0;
        for (var layer = 0; layer < 2; layer++)
            for (var k = 0; k < after[layer].Pulses.Length; k++)
            {
                var sign = Math.Sign(trained[layer].Weights![k] - before[layer].Weights![k]);
                moved += Math.Abs(sign);
                Assert.Equal(before[layer].Pulses[k] + sign, after[layer].Pulses[k]);
            }

        Assert.InRange(moved, 1, int.MaxValue);
        Assert.Equal((moved, 0), (fired.Potentiation + fired.Depression, fired.Refused));
    }

    [Fact]
    public void The_rate_is_used_in_full_precision()
    {
        // As a float, 0.01 is 2e-10 off.
        using var engine = Engine();
        engine.WriteState(State());
        var before = engine.ReadState()[1].Weights!;
        engine.Train([0, 1], batch: 2, new Sgd(0.01));
        var gradient = engine.Replicas[0].Network.Layers[1].Gradient;
        Assert.Contains(gradient, g => Math.Abs(g) > 1e-3);
        Near.Equal(
            [.. before.Zip(gradient, (w, g) => w - 0.01 * g)], engine.ReadState()[1].Weights!, 1e-16, "weights");
    }

    [Fact]
    public void The_last_mini_batch_may_be_smaller_and_the_mean_is_its_own()
    {
        using var whole = Engine();
        using var parts = Engine();
        whole.WriteState(State());
        parts.WriteState(State());
        whole.Train([0, 1, 2, 3, 4], batch: 3, new Sgd(0.1));
        parts.Train([0, 1, 2], batch: 3, new Sgd(0.1));
        parts.Train([3, 4], batch: 2, new Sgd(0.1));
        Near.Equal(whole.ReadState()[0].Weights!, parts.ReadState()[0].Weights!, 0, "weights");
    }

    [Fact]
    public void An_empty_test_set_has_no_loss_and_no_accuracy()
    {
        using var engine = Engine();
        var score = engine.Evaluate(SampleChoice.Test);
        Assert.Equal((0, 0, 0, 0), (score.Loss, score.Correct, score.Count, score.Accuracy));
        Assert.Equal(7, engine.Evaluate(SampleChoice.Training).Count);
    }

    private static ReferenceEngine Engine() => (ReferenceEngine)new ReferenceBackend().CreateEngine(new EnginePlan(
        Shape, [Mapping(), Mapping()], Samples, new SampleSet(Array.Empty<byte>(), Array.Empty<byte>(), 4), batch: 4));

    private static WeightMapping Mapping() =>
        new(new LinearDeviceOptions { Gmin = 1e-6, Gmax = 2e-6, Pulses = 5 }, new MappingOptions());

    private static LayerState[] State()
    {
        LayerState[] state = [.. Shape.Layers.Select(layer => new LayerState(layer.Weights))];
        foreach (var layer in state) Array.Fill(layer.Pulses, 3);
        for (var k = 0; k < state[1].Pulses.Length; k += 2) state[1].Pulses[k] = 2;
        state[1].PotentiationPulses[1] = 1;
        state[1].RefusedPulses[2] = 2;
        return state;
    }
}
