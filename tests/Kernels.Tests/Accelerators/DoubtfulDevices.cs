using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>
/// The devices whose pulse a float engine may fire otherwise than the reference: those of weights that moved by
/// less than rounding explains.
/// </summary>
internal sealed class DoubtfulDevices
{
    private readonly bool[][] _doubtful;

    /// <summary>Marks the devices of every weight that moved by less than <paramref name="certain"/>.</summary>
    public DoubtfulDevices(
        EnginePlan plan, IReadOnlyList<LayerState> before, IReadOnlyList<LayerState> trained, bool shared, double certain)
    {
        _doubtful = [.. before.Select(layer => new bool[layer.Pulses.Length])];
        for (var layer = 0; layer < before.Count; layer++)
        {
            var owner = shared ? 0 : layer;
            var (outputs, ownerOutputs) = (plan.Network.Layers[layer].Outputs, plan.Network.Layers[owner].Outputs);
            var per = plan.Mappings[layer].DevicesPerWeight;
            for (var k = 0; k < plan.Network.Layers[layer].Weights; k++)
            {
                if (Math.Abs(trained[layer].Weights![k] - before[layer].Weights![k]) >= certain) continue;
                var cell = k / outputs * ownerOutputs + k % outputs;
                for (var device = 0; device < per; device++) _doubtful[owner][per * cell + device] = true;
            }
        }
    }

    /// <summary>Certain devices must agree; doubtful ones must not have moved in opposite directions.</summary>
    public void AssertEqualElsewhere(
        IReadOnlyList<LayerState> before, IReadOnlyList<LayerState> expected, IReadOnlyList<LayerState> actual)
    {
        for (var layer = 0; layer < before.Count; layer++)
            for (var d = 0; d < _doubtful[layer].Length; d++)
            {
                var (start, one, other) = (before[layer].Pulses[d], expected[layer].Pulses[d], actual[layer].Pulses[d]);
                if (!_doubtful[layer][d]) Assert.True(one == other, $"layer {layer} device {d}: {start} -> {one}, here {other}");
                else Assert.True((one - start) * (other - start) >= 0, $"layer {layer} device {d}: opposite pulses");
            }
    }
}
