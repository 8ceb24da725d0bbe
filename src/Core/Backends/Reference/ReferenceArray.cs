using CrossbarSim.Core.Arrays;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// The weights of one layer and the devices behind them: one per weight, or a pair (plus at twice the weight's number,
/// minus next to it).
/// </summary>
/// <param name="mapping">The nominal device, and how conductances become weights.</param>
/// <param name="weights">Number of weights.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Layer, from 0.</param>
/// <param name="keepsLaws">Whether the law of every device is kept: see <see cref="ReferenceDevices"/>.</param>
public sealed class ReferenceArray(WeightMapping mapping, int weights, ulong seed, int layer, bool keepsLaws = true)
{
    /// <summary>The nominal device, and how conductances become weights.</summary>
    public WeightMapping Mapping => mapping;

    /// <summary>Layer, from 0.</summary>
    public int Layer => layer;

    /// <summary>Seed of the run.</summary>
    public ulong Seed => seed;

    /// <summary>The devices.</summary>
    public ReferenceDevices Devices { get; } = new(mapping, weights * mapping.DevicesPerWeight, seed, layer, keepsLaws);

    private bool IsPair => mapping.DevicesPerWeight == 2;

    /// <summary>The weights that the devices stand for.</summary>
    /// <returns>A copy, [rows x outputs].</returns>
    public double[] Weights() => [.. Enumerable.Range(0, weights).Select(Weight)];

    /// <summary>The weight that a device, or a pair, stands for.</summary>
    /// <param name="cell">Weight of the layer, from 0.</param>
    public double Weight(int cell) => IsPair
        ? Devices.Weight(2 * cell) - Devices.Weight(2 * cell + 1)
        : Devices.Weight(cell);

    /// <summary>Fires the pulses that move a weight.</summary>
    /// <param name="cell">Weight of the layer, from 0.</param>
    /// <param name="rising">Whether the weight is to rise.</param>
    /// <returns>Whether at least one of them was fired.</returns>
    public bool Fire(int cell, bool rising)
    {
        var fired = false;
        foreach (var pulse in Pulses(cell, rising)) fired |= Devices.Fire(pulse.Device, pulse.Rising);
        return fired;
    }

    /// <summary>The pulses that move a weight, as the devices stand now.</summary>
    /// <param name="cell">Weight of the layer, from 0.</param>
    /// <param name="rising">Whether the weight is to rise.</param>
    public IReadOnlyList<DevicePulse> Pulses(int cell, bool rising)
    {
        if (!IsPair) return [new DevicePulse(cell, rising)];
        var (plus, minus) = (new DevicePulse(2 * cell, rising), new DevicePulse(2 * cell + 1, !rising));
        return mapping.Options.Pair switch
        {
            PairUpdate.Both => [plus, minus],
            PairUpdate.One => [rising ? plus : minus],
            _ => [IsAsFar(plus, minus) ? plus : minus],
        };
    }

    /// <summary>Whether the controller, which knows P, takes a device to be at the end that a pulse moves it to.</summary>
    /// <param name="pulse">The pulse.</param>
    internal bool IsAtEnd(DevicePulse pulse) => Left(pulse).Pulses == 0;

    // Shares of N are compared as products of whole numbers: no rounding decides.
    private bool IsAsFar(DevicePulse plus, DevicePulse minus)
    {
        var (left, right) = (Left(plus), Left(minus));
        return (long)left.Pulses * right.Of >= (long)right.Pulses * left.Of;
    }

    // Whole pulses from P to the end that a pulse moves the device to, and N.
    private (int Pulses, int Of) Left(DevicePulse pulse)
    {
        var (stands, most) = (Devices.Pulses(pulse.Device), Devices.Branch(pulse.Device).Pulses);
        return (pulse.Rising ? most - stands : stands, most);
    }
}
