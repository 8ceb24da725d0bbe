using System.Globalization;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Applies what the command line sets to the tree of an experiment.</summary>
/// <param name="session">The load.</param>
/// <param name="overrides">The overrides, in the order of the command line.</param>
internal sealed class OverrideSet(LoadSession session, IReadOnlyList<ConfigurationOverride> overrides)
{
    private const string Device = "device";

    private readonly DeviceReferences _references = new(session);

    /// <summary>
    /// Resolves the devices and sets every key. Whole devices come first, so that what is set inside a device
    /// holds whatever the order of the command line.
    /// </summary>
    /// <param name="root">The experiment.</param>
    public LocatedNode Apply(LocatedNode root)
    {
        var values = overrides.Select(Read).OfType<(string Path, LocatedNode Value)>().ToArray();
        foreach (var (path, value) in values.Where(v => v.Path == Device)) root = Set(root, path, value);
        if (root is MappingNode experiment && experiment.Entries.FirstOrDefault(e => e.Key == Device) is { } device)
            root = experiment.With(device with { Value = _references.Resolve(device.Value, Device) });
        foreach (var (path, value) in values.Where(v => v.Path != Device)) root = Set(root, path, value);
        return root;
    }

    private (string Path, LocatedNode Value)? Read(ConfigurationOverride given)
    {
        var source = session.Files.FromCommandLine(given.Shown, given.Value);
        var at = new Location(source, 1, 1);
        if (given.Path.Split('.').Any(string.IsNullOrWhiteSpace))
        {
            session.Problems.Add(ProblemCodes.Override, "", "this sets nothing: write path=value, such as training.epochs=5", at);
            return null;
        }

        // YAML calls an empty text no document; here it is the empty value.
        LocatedNode empty = new ScalarNode("", isPlain: true, at);
        return (given.Path, given.Value.Length == 0 ? empty : session.Parse(source) ?? new BrokenNode(at));
    }

    private LocatedNode Set(LocatedNode root, string path, LocatedNode value)
    {
        var names = path.Split('.');
        var oneLayer = names.Length >= 2 && names[0] == Device && IsIndex(names[1]);
        if (oneLayer) root = WithDevicePerLayer(root);
        if (oneLayer && names.Length == 2) value = _references.Resolve(value, path);
        return new TreeEditor(session.Problems, path, value).Set(root, names);
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

    private static bool IsIndex(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
