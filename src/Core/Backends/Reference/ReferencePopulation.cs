using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>What each device of a layer is by birth: its law, its window and its gains.</summary>
internal sealed class ReferencePopulation
{
    private readonly WeightMapping _mapping;
    private readonly DevicePopulation _drawn;
    private readonly ConductanceLaw[]? _laws;

    /// <summary>Draws the devices of a layer.</summary>
    /// <param name="mapping">The nominal device and the weights that conductances stand for.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="count">Devices of the layer.</param>
    public ReferencePopulation(WeightMapping mapping, ulong seed, int layer, int count)
    {
        _mapping = mapping;
        _drawn = new DevicePopulation(mapping.Device, seed, layer, count);
        if (_drawn is { PotentiationShape: { } up, DepressionShape: { } down })
            _laws = [.. up.Zip(down, mapping.Device.CreateLaw)];
    }

    /// <summary>The law of a device.</summary>
    public ConductanceLaw Law(int device) => _laws?[device] ?? _mapping.Law;

    /// <summary>How far a pulse moves a device along its branch, in 2^-16 of a nominal pulse.</summary>
    /// <param name="device">The device.</param>
    /// <param name="rising">Potentiation, else depression.</param>
    /// <param name="gain">How many nominal pulses the pulse is worth, 0 or more; may be infinite.</param>
    public int Step(int device, bool rising, double gain)
    {
        var gains = rising ? _drawn.PotentiationGain : _drawn.DepressionGain;
        return (int)Math.Min(Math.Round(DevicePosition.One * (gains?[device] ?? 1) * gain), int.MaxValue);
    }

    /// <summary>Conductance of a device at a normalised conductance of its own window, siemens.</summary>
    public double Conductance(int device, double fraction) => Window(device).Conductance(fraction);

    /// <summary>Weight (half of a pair's) of a device at a normalised conductance of its own window.</summary>
    public double Weight(int device, double fraction)
    {
        if (_drawn.Gmin is null) return _mapping.Weight(fraction);
        var nominal = _mapping.Device.Window;
        return _mapping.Weight((Conductance(device, fraction) - nominal.Gmin) / (nominal.Gmax - nominal.Gmin));
    }

    private ConductanceWindow Window(int device) => _drawn is { Gmin: { } low, Gmax: { } high }
        ? new ConductanceWindow(low[device], high[device])
        : _mapping.Device.Window;
}
