namespace CrossbarSim.Simulator.Configuration;

/// <summary>Tells from its keys what a file describes.</summary>
internal static class FileKinds
{
    /// <summary>How the kinds are told apart, for a message.</summary>
    public const string Marks =
        "a device has the key law, an experiment dataset and network, a sweep experiment and axes, a board kind and port";

    /// <summary>What the tree describes; one key of a kind is enough, so that the others are missed by name.</summary>
    /// <param name="root">The root of a file.</param>
    public static FileKind Of(LocatedNode root)
    {
        bool Has(params string[] keys) => keys.Any(key => root.Child(key) is not null);
        if (root is not MappingNode) return FileKind.Unknown;
        if (Has("law")) return FileKind.Device;
        if (Has("dataset", "network")) return FileKind.Experiment;
        if (Has("experiment", "axes")) return FileKind.Sweep;
        return Has("kind", "port", "limits") ? FileKind.Board : FileKind.Unknown;
    }
}
