namespace CrossbarSim.Simulator.Configuration;

/// <summary>Applies what the command line sets to the tree of an experiment.</summary>
/// <param name="session">The load.</param>
/// <param name="overrides">The overrides, in the order of the command line.</param>
internal sealed class OverrideSet(LoadSession session, IReadOnlyList<ConfigurationOverride> overrides)
{
    /// <summary>The keys that are set.</summary>
    public IReadOnlyList<KeySetting> Settings => [.. overrides.Select(Read).OfType<KeySetting>()];

    /// <summary>Resolves the devices and sets every key.</summary>
    /// <param name="root">The experiment.</param>
    public LocatedNode Apply(LocatedNode root) =>
        new KeySetter(session.Problems, new DeviceReferences(session))
            .Apply(root, Settings);

    private KeySetting? Read(ConfigurationOverride given)
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
        return new KeySetting(
            given.Path, at, given.Value.Length == 0 ? empty : session.Parse(source) ?? new BrokenNode(at));
    }
}
