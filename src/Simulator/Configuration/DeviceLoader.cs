using CrossbarSim.Core.Devices;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>Loads device files.</summary>
internal static class DeviceLoader
{
    /// <summary>Loads a device by its file or by the name of a preset.</summary>
    /// <param name="reference">A file, or the name of a preset.</param>
    public static LoadResult<DeviceOptions> Load(string reference)
    {
        var session = new LoadSession();
        if (File.Exists(reference)) return Finish(session, session.Expect(session.Parse(reference), FileKind.Device));
        var named = session.Files.FromCommandLine(Printable.Short(reference), reference);
        var name = new ScalarNode(reference, isPlain: true, new Location(named, 1, 1));
        return Finish(session, new DeviceReferences(session).Resolve(name, ""));
    }

    /// <summary>Binds the tree of a device.</summary>
    /// <param name="session">The load.</param>
    /// <param name="root">The tree, or null where it could not be read.</param>
    public static LoadResult<DeviceOptions> Finish(LoadSession session, LocatedNode? root) =>
        session.Bind<DeviceOptions>(root);
}
