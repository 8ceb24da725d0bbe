namespace CrossbarSim.Simulator.Configuration;

/// <summary>Tells from its keys what a file describes.</summary>
internal static class FileKinds
{
    /// <summary>What the tree describes.</summary>
    /// <param name="root">The root of a file.</param>
    public static FileKind Of(LocatedNode root)
    {
        bool Has(string key) => root.Child(key) is not null;
        if (root is not MappingNode) return FileKind.Unknown;
        if (Has("law")) return FileKind.Device;
        if (Has("experiment") && Has("axes")) return FileKind.Sweep;
        return Has("dataset") || Has("network") ? FileKind.Experiment : FileKind.Unknown;
    }
}
