using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Results;

/// <summary>Reads the devices of one layer of a state file, and refuses what no such device can be in.</summary>
internal sealed class StateDevices(StateSource source, StateLayer layer, int index)
{
    private bool HasBranches => !layer.Law.IsOneCurve;

    /// <summary>Where each device stands; its accounts are zero.</summary>
    /// <param name="required">Whether all that such devices have must be there, not only P.</param>
    public LayerState Read(bool required)
    {
        var branches = HasBranches && (required || Has(StateNames.Branch)) ? Branches() : null;
        var pulses = Values(StateNames.Pulses, device => MostPulses(branches, device));
        var positions = layer.HasPositions && (required || Has(StateNames.Position)) ? Positions(branches, pulses) : null;
        return new LayerState(layer.Devices) { Pulses = pulses, PositionsQ16 = positions, Branches = branches };
    }

    /// <summary>What was fired and refused at each device; nothing else is filled.</summary>
    public LayerState Accounts() => new(0)
    {
        PotentiationPulses = Values(StateNames.Potentiation, _ => int.MaxValue),
        DepressionPulses = Values(StateNames.Depression, _ => int.MaxValue),
        RefusedPulses = Values(StateNames.Refused, _ => int.MaxValue),
    };

    /// <summary>Fails where the file is of devices with other numbers of pulses.</summary>
    public void CheckRange()
    {
        CheckRange(StateNames.FullRange, layer.Pulses);
        if (HasBranches) CheckRange(StateNames.FullRangeDown, layer.Law.Depression.Pulses);
    }

    /// <summary>Fails where other devices are stuck or worn out than the experiment and the accounts say.</summary>
    /// <param name="state">What was read.</param>
    public void CheckStuck(LayerState state)
    {
        if (!Has(StateNames.Stuck)) return;
        var found = Values(StateNames.Stuck, _ => StuckMap.WornOut);
        var expected = layer.Stuck(state) ?? new byte[found.Length];
        for (var device = 0; device < found.Length; device++)
        {
            if (found[device] != expected[device])
                throw source.Failure(StateCodes.OtherRun,
                    $"{Path(StateNames.Stuck)}: {found[device]} at layer {index}, {layer.Place(device)}; by seed, variation and "
                    + $"pulses of the experiment it is {expected[device]}");
        }
    }

    private byte[] Branches() => [.. Values(StateNames.Branch, _ => 1).Select(branch => (byte)branch)];

    private int[] Positions(byte[]? branches, int[] pulses)
    {
        var positions = Values(StateNames.Position, device => MostPulses(branches, device) << DevicePosition.Bits);
        for (var device = 0; device < positions.Length; device++)
        {
            if (DevicePosition.Pulses(positions[device]) != pulses[device])
                throw Wrong(StateNames.Position, device, positions[device], $"not the position of P = {pulses[device]}");
        }

        return positions;
    }

    private int MostPulses(byte[]? branches, int device) => layer.Law.Branch(branches?[device] is 1).Pulses;

    private int[] Values(string name, Func<int, int> largest)
    {
        var values = source.Integers(Path(name), layer.DeviceDimensions);
        for (var device = 0; device < values.Length; device++)
        {
            if (values[device] < 0 || values[device] > largest(device))
                throw Wrong(name, device, values[device], $"outside 0 .. {largest(device)}");
        }

        return [.. values.Select(value => (int)value)];
    }

    private void CheckRange(string name, int expected)
    {
        var found = source.Attribute<int>(StateNames.Layer(index), name);
        if (found != expected)
            throw source.Failure(StateCodes.OtherRun,
                $"{StateNames.Layer(index)}: its devices have {found} pulses from end to end ({name}), "
                + $"those of the experiment {expected}");
    }

    private bool Has(string name) => source.Exists(Path(name));

    private string Path(string name) => $"{StateNames.Layer(index)}/{name}";

    private Core.Problems.DataFileException Wrong(string name, int device, long value, string what) => source.Failure(
        StateCodes.Value, $"{Path(name)}: {value} at layer {index}, {layer.Place(device)} is {what}");
}
