using CrossbarSim.Core.Arrays;

namespace CrossbarSim.Kernels.Devices;

/// <summary>Tabulated laws; layers and replicas with the same devices and weights share one.</summary>
internal sealed class LawTables
{
    private readonly Dictionary<(Core.Devices.DeviceOptions, MappingKind, double), LawTable> _tables = [];

    /// <summary>The table of a mapping.</summary>
    public LawTable Of(WeightMapping mapping)
    {
        var key = (mapping.Device, mapping.Options.Kind, mapping.Wmax);
        if (!_tables.TryGetValue(key, out var table)) _tables[key] = table = new LawTable(mapping);
        return table;
    }
}
