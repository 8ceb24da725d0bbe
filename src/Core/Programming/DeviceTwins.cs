using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Programming;

/// <summary>Simulated cells: the devices of one layer, pulsed through their own laws with their own noise.</summary>
/// <param name="mapping">The nominal device with its variation.</param>
/// <param name="devices">The devices.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Layer, from 0.</param>
public sealed class DeviceTwins(WeightMapping mapping, ReferenceDevices devices, ulong seed, int layer)
    : IProgrammableCells
{
    private readonly double _readNoise = mapping.Device.Variation?.Read?.Sigma ?? 0;
    private readonly RandomNumbers _numbers = new(seed, StreamKind.VerifyRead, layer);
    private readonly int[] _readings = new int[devices.Codes.Count];

    /// <inheritdoc/>
    public bool FallsByReset => mapping.Device.Direction == DeviceDirection.Potentiation;

    /// <summary>Normalised conductance of a device in the nominal window, without the noise of reading.</summary>
    /// <param name="cell">Device, from 0.</param>
    public double Fraction(int cell) => mapping.NominalFraction(devices.Conductance(cell));

    /// <inheritdoc/>
    public double Read(int cell) => _readNoise == 0
        ? Fraction(cell)
        : Fraction(cell) + _readNoise * _numbers.Normal((uint)cell, (uint)_readings[cell]++);

    /// <inheritdoc/>
    public PulseOutcome Fire(int cell, bool rising)
    {
        var fired = !rising && FallsByReset ? devices.Reset(cell) : devices.Fire(cell, rising);
        return fired ? PulseOutcome.Fired : devices.IsDead(cell) ? PulseOutcome.Dead : PulseOutcome.AtEnd;
    }
}
