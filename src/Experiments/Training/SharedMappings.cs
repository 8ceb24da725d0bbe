using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// The mappings of networks; layers and replicas with equal devices and weights share one, so that 30,000 pulses of a
/// costly law are computed once.
/// </summary>
internal sealed class SharedMappings
{
    private readonly Dictionary<(DeviceOptions, MappingOptions, double), WeightMapping> _known = [];

    /// <summary>The mappings of an experiment, one per layer.</summary>
    public IReadOnlyList<WeightMapping> Of(ExperimentOptions experiment) =>
        [.. Enumerable.Range(0, experiment.Network.Layers.Count - 1)
            .Select(layer => Of(Read(experiment, experiment.DeviceOf(layer)), experiment.Mapping, layer))];

    // Float weights are numbers, which are read without noise.
    private static DeviceOptions Read(ExperimentOptions experiment, DeviceOptions device) =>
        experiment.Rule.IsFloat && device.Variation is { Read: not null } variation
            ? device with { Variation = variation with { Read = null } }
            : device;

    private WeightMapping Of(DeviceOptions device, MappingOptions options, int layer)
    {
        // Equal lists of weight scales are not equal objects; only this layer's scale counts.
        var key = (device, options with { Wmax = [] }, options.WmaxOf(layer));
        if (!_known.TryGetValue(key, out var mapping)) _known[key] = mapping = new WeightMapping(device, options, layer);
        return mapping;
    }
}
