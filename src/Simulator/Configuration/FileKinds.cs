namespace CrossbarSim.Simulator.Configuration;

/// <summary>Tells from its keys what a file describes.</summary>
internal static class FileKinds
{
    /// <summary>How the kinds are told apart, for a message.</summary>
    public const string Marks =
        "a device has the key law, an experiment dataset and network, a sweep experiment and axes, a board kind and port";

    private static readonly (FileKind Kind, string Name, string[] Keys)[] Known =
    [
        (FileKind.Device, "a device", ["law"]),
        (FileKind.Experiment, "an experiment", ["dataset", "network"]),
        (FileKind.Sweep, "a sweep", ["experiment", "axes"]),
        (FileKind.Board, "a board", ["kind", "port", "limits"]),
    ];

    /// <summary>What the tree describes; one key of a kind is enough, so that the others are missed by name.</summary>
    /// <param name="root">The root of a file.</param>
    public static FileKind Of(LocatedNode root) =>
        root is MappingNode ? Known.FirstOrDefault(known => Has(root, known.Keys)).Kind : FileKind.Unknown;

    /// <summary>What is wrong with a tree that describes another kind than it should.</summary>
    /// <param name="root">The root of a file.</param>
    /// <param name="expected">What it should describe.</param>
    /// <returns>A message; null where it has a key of that kind, or none of another.</returns>
    public static string? Mistaken(LocatedNode root, FileKind expected)
    {
        var meant = Known.Single(known => known.Kind == expected);
        var kind = Of(root);
        if (kind == FileKind.Unknown || Has(root, meant.Keys)) return null;
        var found = Known.Single(known => known.Kind == kind);
        var key = found.Keys.First(key => root.Child(key) is not null);
        return $"this is {found.Name}, by its key {key}, where {meant.Name} is expected";
    }

    private static bool Has(LocatedNode root, string[] keys) => keys.Any(key => root.Child(key) is not null);
}
