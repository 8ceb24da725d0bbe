namespace CrossbarSim.Simulator.Plots;

/// <summary>Writes files that are either the old or the new ones, never half of one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target under a name of its own, then renames over it.</summary>
    /// <param name="path">The file; its folder is created where absent.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = File.Create(temporary)) write(stream);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
