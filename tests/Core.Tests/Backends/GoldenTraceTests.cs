using System.Text.Json;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Networks;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Every intermediate number of a 4-3-2 network over three epochs of descent and pulses.</summary>
public sealed class GoldenTraceTests
{
    // Sums in another order and expm1 instead of exp: the largest difference seen is 1.2e-15, in the logits.
    private const double Bound = 1e-12;

    private static readonly JsonElement Tiny = GoldenFiles.Json("seed/golden_trace.json").GetProperty("tiny");

    public static TheoryData<string> Cases => GoldenCase.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_number_of_three_epochs_is_reached(string name)
    {
        var trace = new Trace(name);
        var epochs = Tiny.GetProperty("cases").GetProperty(name).EnumerateArray().ToList();
        Assert.Equal(3, epochs.Count);
        foreach (var epoch in epochs)
        {
            trace.CheckStart(epoch);
            foreach (var batch in epoch.GetProperty("batches").EnumerateArray()) trace.CheckBatch(batch);
            trace.CheckTrained(epoch);
            trace.CheckPulses(epoch);
        }
    }

    private sealed class Trace
    {
        private readonly string _name;
        private readonly ReferenceNetwork _network;
        private readonly ReferencePulses _pulses;
        private readonly double[] _inputs = GoldenFiles.Numbers(Tiny.GetProperty("X"));
        private readonly byte[] _labels = Labels(Tiny.GetProperty("y"));
        private readonly double[][] _before;

        public Trace(string name)
        {
            _name = name;
            var shape = NetworkShape.Dense([4, 3, 2], Activation.Relu, bias: false);
            _network = new ReferenceNetwork(shape);
            _pulses = new ReferencePulses(shape, [GoldenCase.Pulsed(name), GoldenCase.Pulsed(name)]);
            for (var layer = 0; layer < 2; layer++)
            {
                var first = GoldenFiles.Integers(Tiny.GetProperty($"P{layer + 1}"));
                _pulses.Arrays[layer].Devices.Write(new LayerState(first.Length) { Pulses = first });
                GoldenCase.FirstWeights(name, first).CopyTo(_network.Layers[layer].Weights, 0);
            }

            _before = [.. _network.Layers.Select(layer => layer.Weights.ToArray())];
        }

        public void CheckStart(JsonElement epoch)
        {
            for (var layer = 0; layer < 2; layer++)
            {
                Same(epoch, $"W{layer + 1}_start", _network.Layers[layer].Weights);
                Assert.Equal(GoldenFiles.Integers(epoch.GetProperty($"P{layer + 1}_start")), Pulses(layer));
                _network.Layers[layer].Weights.CopyTo(_before[layer], 0);
            }

            CheckScore(epoch, "start");
        }

        public void CheckBatch(JsonElement batch)
        {
            var labels = Labels(batch.GetProperty("y"));
            _network.Differentiate(GoldenFiles.Numbers(batch.GetProperty("x")), labels);
            var (hidden, output) = (_network.Layers[0], _network.Layers[1]);
            Same(batch, "pre_activation", hidden.Sums);
            Same(batch, "hidden", output.Inputs);
            Same(batch, "logits", output.Sums);
            Same(batch, "softmax", _network.Probabilities);
            Same(batch, "loss", [_network.Score(output.Sums, labels).Loss / labels.Length]);
            Same(batch, "dlogits", output.Deltas);
            Same(batch, "dhidden", hidden.Deltas);
            Same(batch, "grad_W1", hidden.Gradient);
            Same(batch, "grad_W2", output.Gradient);
            foreach (var layer in _network.Layers) layer.Descend(new Sgd(GoldenCase.Rate));
            Same(batch, "W1_after", hidden.Weights);
            Same(batch, "W2_after", output.Weights);
        }

        public void CheckTrained(JsonElement epoch)
        {
            for (var layer = 0; layer < 2; layer++)
            {
                var trained = _network.Layers[layer].Weights;
                double[] moved = [.. trained.Zip(_before[layer], (after, before) => after - before)];
                Same(epoch, $"W{layer + 1}_trained", trained);
                Same(epoch, $"delta_W{layer + 1}", moved);
                Assert.Equal(GoldenFiles.Integers(epoch.GetProperty($"sign{layer + 1}")), moved.Select(Math.Sign));
            }

            CheckScore(epoch, "trained");
        }

        public void CheckPulses(JsonElement epoch)
        {
            for (var layer = 0; layer < 2; layer++)
            {
                var fired = _pulses.Fire(layer, _network.Layers[layer].Weights, _before[layer], GoldenCase.Quirks(_name));
                var moves = GoldenFiles.Integers(epoch.GetProperty($"sign{layer + 1}"));
                Assert.Equal(epoch.GetProperty($"saturated{layer + 1}").GetInt64(), fired.Refused);
                Assert.Equal(moves.Count(sign => sign != 0), fired.Requested);
                if (layer == 0) SamePulses(epoch, "P1_after_layer1", layer);
            }

            SamePulses(epoch, "P1_after", 0);
            SamePulses(epoch, "P2_after", 1);
            Same(epoch, "W1_after", _network.Layers[0].Weights);
            Same(epoch, "W2_after", _network.Layers[1].Weights);
            CheckScore(epoch, "after");
        }

        private void CheckScore(JsonElement epoch, string moment)
        {
            var (loss, correct) = _network.Score(_network.Forward(_inputs, _labels.Length), _labels);
            Same(epoch, $"loss_{moment}", [loss / _labels.Length]);
            Same(epoch, $"acc_{moment}", [(double)correct / _labels.Length]);
        }

        private int[] Pulses(int layer) => _pulses.Arrays[layer].Devices.Read().Pulses;

        private void SamePulses(JsonElement epoch, string key, int layer) =>
            Assert.Equal(GoldenFiles.Integers(epoch.GetProperty(key)), Pulses(layer));

        private void Same(JsonElement where, string key, IReadOnlyList<double> actual) =>
            Near.Equal(GoldenFiles.Numbers(where.GetProperty(key)), actual, Bound, $"{_name}.{key}");

        private static byte[] Labels(JsonElement y) => [.. GoldenFiles.Integers(y).Select(label => (byte)label)];
    }
}
