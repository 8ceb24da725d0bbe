using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Experiments.Results;

/// <summary>What a state file says about, and expects of, the array of one layer.</summary>
/// <param name="shape">Word lines by bit lines.</param>
/// <param name="device">The device at every crossing.</param>
/// <param name="mapping">How many devices make a weight.</param>
public sealed class StateLayer(LayerShape shape, DeviceOptions device, MappingOptions mapping)
{
    private readonly double[] _conductances =
        [.. device.Fractions().Select(device.Window.Conductance)];

    /// <summary>Word lines by bit lines.</summary>
    public LayerShape Shape { get; } = shape;

    /// <summary>The device at every crossing.</summary>
    public DeviceOptions Device { get; } = device;

    /// <summary>How conductances become weights.</summary>
    public MappingOptions Mapping { get; } = mapping;

    /// <summary>Devices behind one weight: 2 for differential pairs, else 1.</summary>
    public int DevicesPerWeight => Mapping.Kind == MappingKind.Differential ? 2 : 1;

    /// <summary>Devices of the array.</summary>
    public int Devices => Shape.Weights * DevicesPerWeight;

    /// <summary>N: the largest P of a device.</summary>
    public int Pulses => _conductances.Length - 1;

    /// <summary>[rows, columns], and 2 for differential pairs.</summary>
    internal ulong[] DeviceDimensions => DevicesPerWeight == 1 ? WeightDimensions : [.. WeightDimensions, 2];

    /// <summary>[rows, columns].</summary>
    internal ulong[] WeightDimensions => [(ulong)Shape.Rows, (ulong)Shape.Outputs];

    /// <summary>Conductance of every device, siemens.</summary>
    /// <param name="pulses">P of every device, 0 .. N.</param>
    internal double[] Conductances(ReadOnlySpan<int> pulses)
    {
        var conductances = new double[pulses.Length];
        for (var device = 0; device < pulses.Length; device++) conductances[device] = _conductances[pulses[device]];
        return conductances;
    }

    /// <summary>Where a device is, in words.</summary>
    /// <param name="device">Its place in the flat array.</param>
    internal string Place(int device)
    {
        var (weight, part) = Math.DivRem(device, DevicesPerWeight);
        var (row, column) = Math.DivRem(weight, Shape.Outputs);
        var pair = DevicesPerWeight == 1 ? "" : part == 0 ? ", plus" : ", minus";
        return $"row {row}, column {column}{pair}";
    }
}
