using System.Globalization;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Resolves the devices of an experiment and sets keys of it, giving a new tree.</summary>
/// <param name="problems">Receives paths that lead nowhere.</param>
/// <param name="references">Finds the devices.</param>
internal sealed class KeySetter(ProblemList problems, DeviceReferences references)
{
    private const string Device = "device";

    /// <summary>
    /// Sets every key. Whole devices come first, so that what is set inside a device holds whatever the order.
    /// </summary>
    /// <param name="root">The experiment.</param>
    /// <param name="settings">What to set; the last of equals wins.</param>
    public LocatedNode Apply(LocatedNode root, IReadOnlyList<KeySetting> settings)
    {
        if (root is not MappingNode) return root;
        foreach (var setting in settings.Where(s => s.Path == Device)) root = Set(root, setting);
        if (root is MappingNode experiment && experiment.Entries.FirstOrDefault(e => e.Key == Device) is { } device)
            root = experiment.With(device with { Value = references.Resolve(device.Value, Device) });
        foreach (var setting in settings.Where(s => s.Path != Device)) root = Set(root, setting);
        return root;
    }

    private LocatedNode Set(LocatedNode root, KeySetting setting)
    {
        var names = setting.Path.Split('.');
        var oneLayer = names.Length >= 2 && names[0] == Device && IsIndex(names[1]);
        if (oneLayer) root = WithDevicePerLayer(root);
        if (oneLayer && names.Length == 2)
            setting = setting with { Value = references.Resolve(setting.Value, setting.Path) };
        return new TreeEditor(problems, setting).Set(root);
    }

    // One device for all layers becomes a list before one layer's can be changed.
    private static LocatedNode WithDevicePerLayer(LocatedNode root)
    {
        if (root is not MappingNode experiment
            || experiment.Entries.FirstOrDefault(e => e.Key == Device) is not { } device) return root;
        if (device.Value is not MappingNode
            || root.Nearest("network.layers") is not SequenceNode { Items.Count: > 1 } layers) return root;
        var devices = Enumerable.Repeat(device.Value, layers.Items.Count - 1);
        return experiment.With(device with { Value = new SequenceNode([.. devices], device.Value.At) });
    }

    private static bool IsIndex(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
