using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Experiments.Results;

/// <summary>The conductances of the devices of one array, each with its own window and curve where they differ.</summary>
/// <param name="device">The nominal device and its spreads.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="layer">Layer, from 0.</param>
/// <param name="count">Devices of the array.</param>
internal sealed class DeviceConductances(DeviceOptions device, ulong seed, int layer, int count)
{
    private readonly ConductanceLaw _nominal = device.CreateLaw();
    private readonly DevicePopulation _population = new(device, seed, layer, count);

    /// <summary>Conductance of every device, siemens.</summary>
    /// <param name="state">Where each device stands.</param>
    public double[] Of(LayerState state)
    {
        var codes = state.Codes();
        var conductances = new double[codes.Length];
        for (var at = 0; at < codes.Length; at++) conductances[at] = WindowOf(at).Conductance(Fraction(at, codes[at]));
        return conductances;
    }

    private double Fraction(int at, int code)
    {
        var falling = DevicePosition.IsDepression(code);
        return LawOf(at, falling).Branch(falling).Fraction((double)DevicePosition.Position(code) / DevicePosition.One);
    }

    // Made when it is needed: the curves of a hundred thousand devices would not fit in memory. The other branch stays
    // nominal, for some laws take milliseconds to bend.
    private ConductanceLaw LawOf(int at, bool falling) => _population is { PotentiationShape: { } up, DepressionShape: { } down }
        ? falling ? device.CreateLaw(1, down[at]) : device.CreateLaw(up[at])
        : _nominal;

    private ConductanceWindow WindowOf(int at) => _population is { Gmin: { } low, Gmax: { } high }
        ? new ConductanceWindow(low[at], high[at])
        : device.Window;
}
