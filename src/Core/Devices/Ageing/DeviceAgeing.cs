using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Core.Devices.Ageing;

/// <summary>
/// What time does to the devices of one array after their last programming: a function of (seed, layer, device, time,
/// number of the reading) alone.
/// </summary>
/// <remarks>
/// Retention moves u in the device's own window, drift multiplies the conductance that follows, and telegraph noise
/// lowers what is read of that.
/// </remarks>
public sealed class DeviceAgeing
{
    private readonly DriftOptions? _drift;
    private readonly RetentionOptions? _retention;
    private readonly TelegraphNoiseOptions? _telegraph;
    private readonly double _window;
    private readonly RandomNumbers _exponents;
    private readonly RandomNumbers _times;
    private readonly RandomNumbers _traps;
    private readonly RandomNumbers _occupied;

    /// <summary>Prepares the draws of an array.</summary>
    /// <param name="device">The nominal device and its time effects.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    public DeviceAgeing(DeviceOptions device, ulong seed, int layer)
    {
        var variation = device.Variation;
        (_drift, _retention, _telegraph) = (variation?.Drift, variation?.Retention, variation?.Rtn);
        _window = device.Window.Gmax - device.Window.Gmin;
        _exponents = new RandomNumbers(seed, StreamKind.DriftExponent, layer);
        _times = new RandomNumbers(seed, StreamKind.RetentionTime, layer);
        _traps = new RandomNumbers(seed, StreamKind.Trap, layer);
        _occupied = new RandomNumbers(seed, StreamKind.TrapState, layer);
    }

    /// <summary>Drift exponent of a device, at least 0.</summary>
    /// <param name="device">Device, from 0.</param>
    public double Exponent(int device) => _drift is not { } drift ? 0
        : drift.Sigma == 0 ? drift.Nu
        : Math.Max(0, drift.Nu + drift.Sigma * _exponents.Normal((uint)device));

    /// <summary>Retention time of a device, seconds; infinite where it keeps its state.</summary>
    /// <param name="device">Device, from 0.</param>
    public double RetentionTime(int device) => _retention is not { } retention ? double.PositiveInfinity
        : retention.Sigma == 0 ? retention.Tau
        : retention.Tau * Math.Exp(retention.Sigma * _times.Normal((uint)device));

    /// <summary>Whether a device has a trap.</summary>
    /// <param name="device">Device, from 0.</param>
    public bool HasTrap(int device) => _telegraph is { } noise && _traps.Uniform((uint)device) < noise.Share;

    /// <summary>Whether the trap of a device is occupied; false where it has none.</summary>
    /// <param name="device">Device, from 0.</param>
    /// <param name="reading">Number of the reading, from 0.</param>
    public bool IsOccupied(int device, int reading) =>
        HasTrap(device) && _occupied.Uniform((uint)device, (uint)reading) < _telegraph!.Occupancy;

    /// <summary>What a reading finds.</summary>
    /// <param name="device">Device, from 0.</param>
    /// <param name="fraction">u in its own window when it was programmed; with write noise that which is seen.</param>
    /// <param name="window">Its own window.</param>
    /// <param name="seconds">Time since then, seconds, at least 0.</param>
    /// <param name="reading">Number of the reading, from 0.</param>
    /// <returns>Conductance, siemens, at least 0.</returns>
    public double Conductance(int device, double fraction, ConductanceWindow window, double seconds, int reading)
    {
        var conductance = window.Conductance(Kept(device, fraction, seconds)) * Drifted(device, seconds);
        return Math.Max(0, IsOccupied(device, reading) ? conductance - Lowering(conductance) : conductance);
    }

    private double Kept(int device, double fraction, double seconds)
    {
        if (_retention is not { } retention) return fraction;
        var share = Math.Exp(-Math.Pow(seconds / RetentionTime(device), retention.Beta));
        return retention.Rest + (fraction - retention.Rest) * share;
    }

    private double Drifted(int device, double seconds) => _drift is { } drift && seconds > drift.T0
        ? Math.Pow(seconds / drift.T0, -Exponent(device))
        : 1;

    private double Lowering(double conductance) =>
        _telegraph!.Amplitude * (_telegraph.Of == TelegraphReference.Conductance ? conductance : _window);
}
