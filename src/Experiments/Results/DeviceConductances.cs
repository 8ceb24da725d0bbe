using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Experiments.Results;

/// <summary>The conductances of the devices of one array, each with its own window and curve where they differ.</summary>
internal sealed class DeviceConductances
{
    private readonly ConductanceWindow _window;
    private readonly ConductanceLaw _nominal;
    private readonly DevicePopulation _population;
    private readonly ConductanceLaw[]? _laws;

    /// <summary>Draws the devices of an array.</summary>
    /// <param name="device">The nominal device and its spreads.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="layer">Layer, from 0.</param>
    /// <param name="count">Devices of the array.</param>
    public DeviceConductances(DeviceOptions device, ulong seed, int layer, int count)
    {
        (_window, _nominal) = (device.Window, device.CreateLaw());
        _population = new DevicePopulation(device, seed, layer, count);
        if (_population is { PotentiationShape: { } up, DepressionShape: { } down })
            _laws = [.. up.Zip(down, device.CreateLaw)];
    }

    /// <summary>Conductance of every device, siemens.</summary>
    /// <param name="state">Where each device stands.</param>
    public double[] Of(LayerState state)
    {
        var codes = state.Codes();
        var conductances = new double[codes.Length];
        for (var device = 0; device < codes.Length; device++)
            conductances[device] = WindowOf(device).Conductance(Fraction(device, codes[device]));
        return conductances;
    }

    private double Fraction(int device, int code) => (_laws?[device] ?? _nominal)
        .Branch(DevicePosition.IsDepression(code))
        .Fraction((double)DevicePosition.Position(code) / DevicePosition.One);

    private ConductanceWindow WindowOf(int device) => _population is { Gmin: { } low, Gmax: { } high }
        ? new ConductanceWindow(low[device], high[device])
        : _window;
}
