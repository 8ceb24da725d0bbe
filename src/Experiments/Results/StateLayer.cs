using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Experiments.Results;

/// <summary>What a state file says about, and expects of, the array of one layer.</summary>
/// <param name="shape">Word lines by bit lines.</param>
/// <param name="device">The device at every crossing, with its variation.</param>
/// <param name="mapping">How many devices make a weight.</param>
/// <param name="layer">Layer, from 0.</param>
/// <param name="seed">Seed of the run: with the layer it says what each device differs by from the nominal one.</param>
public sealed class StateLayer(LayerShape shape, DeviceOptions device, MappingOptions mapping, int layer = 0, ulong seed = 1)
{
    private readonly WeightMapping _mapping = new(device, mapping, layer);
    private DeviceConductances? _conductances;
    private DevicePopulation? _population;

    /// <summary>Word lines by bit lines.</summary>
    public LayerShape Shape { get; } = shape;

    /// <summary>The device at every crossing.</summary>
    public DeviceOptions Device { get; } = device;

    /// <summary>How conductances become weights.</summary>
    public MappingOptions Mapping { get; } = mapping;

    /// <summary>The nominal law.</summary>
    public ConductanceLaw Law => _mapping.Law;

    /// <summary>Devices behind one weight: 2 for differential pairs, else 1.</summary>
    public int DevicesPerWeight => _mapping.DevicesPerWeight;

    /// <summary>Devices of the array.</summary>
    public int Devices => Shape.Weights * DevicesPerWeight;

    /// <summary>N of the potentiation branch.</summary>
    public int Pulses => _mapping.Pulses;

    /// <summary>Whether a device can stand between whole pulses or on a second branch.</summary>
    internal bool HasPositions => _mapping.HasPositions;

    /// <summary>[rows, columns], and 2 for differential pairs.</summary>
    internal ulong[] DeviceDimensions => DevicesPerWeight == 1 ? WeightDimensions : [.. WeightDimensions, 2];

    /// <summary>[rows, columns].</summary>
    internal ulong[] WeightDimensions => [(ulong)Shape.Rows, (ulong)Shape.Outputs];

    /// <summary>
    /// Conductance of every device, siemens: that of its position on its own branch, in its own window; with write noise
    /// that which is seen, 0 at least.
    /// </summary>
    /// <param name="state">The state of the array.</param>
    public double[] Conductances(LayerState state)
    {
        _conductances ??= new DeviceConductances(Device, seed, layer, Population);
        return _conductances.Of(state);
    }

    /// <summary>Which devices take no pulse any more; null where every device always does.</summary>
    /// <param name="state">The state of the array.</param>
    internal byte[]? Stuck(LayerState state) => StuckMap.Of(Population, state);

    private DevicePopulation Population => _population ??= new DevicePopulation(Device, seed, layer, Devices);

    /// <summary>Where a device is, in words.</summary>
    /// <param name="number">Its place in the flat array.</param>
    internal string Place(int number)
    {
        var (weight, part) = Math.DivRem(number, DevicesPerWeight);
        var (row, column) = Math.DivRem(weight, Shape.Outputs);
        var pair = DevicesPerWeight == 1 ? "" : part == 0 ? ", plus" : ", minus";
        return $"row {row}, column {column}{pair}";
    }
}
