using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices.Ageing;

namespace CrossbarSim.Core.Backends;

/// <summary>The weights that a finished array still stands for when it is read later: double precision, on the host.</summary>
/// <remarks>
/// An engine evaluates with them as <see cref="LayerState.Weights"/>, so every backend gives the same answer; float
/// backends round them once. The reference column of <see cref="MappingKind.Reference"/> does not age.
/// </remarks>
public sealed class AgedArray
{
    private readonly WeightMapping _mapping;
    private readonly ReferenceArray _array;
    private readonly DeviceAgeing _ageing;
    private readonly int _weights;

    /// <summary>Prepares the array of a layer.</summary>
    /// <param name="mapping">The nominal device with its variation, and how conductances become weights.</param>
    /// <param name="weights">Number of weights.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    public AgedArray(WeightMapping mapping, int weights, ulong seed, int layer)
    {
        (_mapping, _weights) = (mapping, weights);
        _array = new ReferenceArray(mapping, weights, seed, layer, keepsLaws: false);
        _ageing = new DeviceAgeing(mapping.Device, seed, layer);
    }

    /// <summary>The weights as the devices were left, before anything ages.</summary>
    /// <param name="state">Where each device was left.</param>
    /// <returns>[rows x columns].</returns>
    public double[] Weights(LayerState state)
    {
        _array.Devices.Write(state);
        return _array.Weights();
    }

    /// <summary>The weights that a reading finds.</summary>
    /// <param name="state">Where each device was left.</param>
    /// <param name="seconds">Time since then, seconds, at least 0.</param>
    /// <param name="reading">Number of the reading, from 0: traps are drawn anew for each.</param>
    /// <returns>[rows x columns].</returns>
    public double[] Weights(LayerState state, double seconds, int reading)
    {
        _array.Devices.Write(state);
        return [.. Enumerable.Range(0, _weights).Select(cell => _mapping.DevicesPerWeight == 2
            ? Weight(2 * cell, seconds, reading) - Weight(2 * cell + 1, seconds, reading)
            : Weight(cell, seconds, reading))];
    }

    private double Weight(int device, double seconds, int reading)
    {
        var devices = _array.Devices;
        return _mapping.WeightOfConductance(_ageing.Conductance(
            device, devices.Seen(device), devices.Window(device), seconds, reading));
    }
}
