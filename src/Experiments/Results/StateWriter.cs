using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Options;
using PureHDF;

namespace CrossbarSim.Experiments.Results;

/// <summary>Lays a state out as the tree of an HDF5 file.</summary>
internal static class StateWriter
{
    public static H5File Build(IReadOnlyList<StateLayer> layers, StateSnapshot snapshot)
    {
        var file = new H5File
        {
            ["layers"] = Groups(layers.Zip(snapshot.Layers, Layer)),
            ["checkpoint"] = Checkpoint(layers, snapshot),
        };
        file.Attributes["program"] = "CrossbarSim";
        file.Attributes["program_version"] = ProgramVersion.Text;
        file.Attributes["format_version"] = StateFile.FormatVersion;
        file.Attributes["seed"] = snapshot.Seed;
        file.Attributes["epoch"] = snapshot.Epoch;
        return file;
    }

    private static H5Group Layer(StateLayer layer, LayerState state)
    {
        var group = new H5Group
        {
            [StateNames.Pulses] = Devices(layer, state.Pulses, "pulse"),
            [StateNames.Potentiation] = Devices(layer, state.PotentiationPulses, "pulse"),
            [StateNames.Depression] = Devices(layer, state.DepressionPulses, "pulse"),
            [StateNames.Refused] = Devices(layer, state.RefusedPulses, "pulse"),
            [StateNames.Conductance] = Devices(layer, layer.Conductances(state), "siemens"),
        };
        if (state.PositionsQ16 is { } positions) group[StateNames.Position] = Devices(layer, positions, "2^-16 pulse");
        if (state.Branches is { } branches) group[StateNames.Branch] = Devices(layer, branches, "0 potentiation, 1 depression");
        if (layer.Stuck(state) is { } stuck) group[StateNames.Stuck] = Devices(layer, stuck, StuckMap.Legend);
        group.Attributes["rows"] = layer.Shape.Rows;
        group.Attributes["columns"] = layer.Shape.Outputs;
        group.Attributes[StateNames.FullRange] = layer.Pulses;
        if (!layer.Law.IsOneCurve) group.Attributes[StateNames.FullRangeDown] = layer.Law.Depression.Pulses;
        group.Attributes["device"] = layer.Device.Name;
        group.Attributes["mapping"] = OptionNames.Value(layer.Mapping.Kind.ToString());
        group.Attributes["bias"] = layer.Shape.Bias ? 1 : 0;
        return group;
    }

    private static H5Group Checkpoint(IReadOnlyList<StateLayer> layers, StateSnapshot snapshot)
    {
        var group = new H5Group { ["layers"] = Groups(layers.Zip(snapshot.Layers, Floats)) };
        group.Attributes["epoch"] = snapshot.Epoch;
        return group;
    }

    private static H5Group Floats(StateLayer layer, LayerState state)
    {
        var group = new H5Group();
        if (state.Weights is { } weights) group[StateNames.Weights] = Weights(layer, weights);
        if (state.Accumulators is { } gathered) group[StateNames.Accumulators] = Weights(layer, gathered);
        if (state.Moments is not { } moments) return group;
        group[StateNames.FirstMoments] = Weights(layer, moments.First);
        group[StateNames.SecondMoments] = Weights(layer, moments.Second);
        group.Attributes[StateNames.Steps] = moments.Steps;
        return group;
    }

    private static H5Dataset Weights(StateLayer layer, Array values) =>
        Dataset(values, layer.WeightDimensions, "1", "word lines x bit lines");

    private static H5Group Groups(IEnumerable<H5Group> members)
    {
        var group = new H5Group();
        foreach (var member in members) group.Add(StateNames.Index(group.Count), member);
        return group;
    }

    private static H5Dataset Devices(StateLayer layer, Array values, string unit) =>
        Dataset(values, layer.DeviceDimensions, unit,
            layer.DevicesPerWeight == 1 ? "word lines x bit lines" : "word lines x bit lines x (plus, minus)");

    private static H5Dataset Dataset(Array values, ulong[] dimensions, string unit, string shape)
    {
        var dataset = new H5Dataset(values, fileDims: dimensions);
        dataset.Attributes["unit"] = unit;
        dataset.Attributes["shape"] = shape;
        return dataset;
    }
}
