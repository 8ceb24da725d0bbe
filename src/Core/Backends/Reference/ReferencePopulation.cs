using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>What each device of a layer is by birth: its law, its window and its gains.</summary>
internal sealed class ReferencePopulation
{
    private readonly WeightMapping _mapping;
    private readonly DevicePopulation _drawn;
    private readonly ShapedLaws? _shaped;
    private readonly ConductanceLaw[]? _laws;
    private readonly DeviceLaw?[] _latest;

    /// <summary>Devices that one thread at a time may ask for.</summary>
    public const int Block = 4096;

    /// <summary>Draws the devices of a layer.</summary>
    /// <param name="mapping">The nominal device and the weights that conductances stand for.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="count">Devices of the layer.</param>
    /// <param name="keepsLaws">
    /// Whether the law of every device is kept; otherwise only that of the device asked for last in each block of
    /// <see cref="Block"/>, for those who go through large arrays device by device.
    /// </param>
    public ReferencePopulation(WeightMapping mapping, ulong seed, int layer, int count, bool keepsLaws = true)
    {
        (_mapping, _latest) = (mapping, new DeviceLaw?[count / Block + 1]);
        _drawn = new DevicePopulation(mapping.Device, seed, layer, count);
        if (_drawn is not { PotentiationShape: { } up, DepressionShape: { } down }) return;
        _shaped = new ShapedLaws(mapping.Device);
        if (keepsLaws) _laws = [.. up.Zip(down, _shaped.Law)];
    }

    /// <summary>The law of a device.</summary>
    public ConductanceLaw Law(int device) => _laws?[device] ?? (_shaped is null ? _mapping.Law : Latest(_shaped, device));

    /// <summary>How far a pulse moves a device along its branch, in 2^-16 of a nominal pulse.</summary>
    /// <param name="device">The device.</param>
    /// <param name="rising">Potentiation, else depression.</param>
    /// <param name="gain">How many nominal pulses the pulse is worth, 0 or more; may be infinite.</param>
    public int Step(int device, bool rising, double gain)
    {
        var gains = rising ? _drawn.PotentiationGain : _drawn.DepressionGain;
        return (int)Math.Min(Math.Round(DevicePosition.One * (gains?[device] ?? 1) * gain), int.MaxValue);
    }

    /// <summary>Pulses after which a device refuses all further ones.</summary>
    public int Budget(int device) => _drawn.Budget?[device] ?? int.MaxValue;

    /// <summary>Puts the devices that are stuck where they are stuck.</summary>
    /// <param name="codes">One per device; changed.</param>
    public void Stick(int[] codes) => _drawn.Stuck(codes);

    /// <summary>Conductance of a device at a normalised conductance of its own window, siemens.</summary>
    public double Conductance(int device, double fraction) => Window(device).Conductance(fraction);

    /// <summary>Weight (half of a pair's) of a device at a normalised conductance of its own window.</summary>
    public double Weight(int device, double fraction) =>
        _drawn.Gmin is null ? _mapping.Weight(fraction) : _mapping.WeightOfConductance(Conductance(device, fraction));

    /// <summary>Window of a device.</summary>
    public ConductanceWindow Window(int device) => _drawn is { Gmin: { } low, Gmax: { } high }
        ? new ConductanceWindow(low[device], high[device])
        : _mapping.Device.Window;

    private ConductanceLaw Latest(ShapedLaws shaped, int device)
    {
        var latest = _latest[device / Block];
        if (latest?.Device != device)
            _latest[device / Block] = latest = new DeviceLaw(
                device, shaped.Law(_drawn.PotentiationShape![device], _drawn.DepressionShape![device]));
        return latest.Law;
    }

    private sealed record DeviceLaw(int Device, ConductanceLaw Law);
}
