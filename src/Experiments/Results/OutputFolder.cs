using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary>A folder for results. What was created for it and stays empty is gone again when it is disposed.</summary>
public sealed class OutputFolder : IDisposable
{
    // The folder first, then those above it.
    private readonly IReadOnlyList<string> _created;

    private OutputFolder(IReadOnlyList<string> created) => _created = created;

    /// <summary>Opens a folder, which is created with its parents.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="key">Path of the problem: the option that named the folder.</param>
    /// <exception cref="ConfigurationException">It is a file, or lies below one (CBS0524).</exception>
    /// <exception cref="IOException">The file system is read-only or full, or the like.</exception>
    public static OutputFolder Open(string path, string key)
    {
        List<string> missing = [];
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        for (var at = folder; at is not null && !Directory.Exists(at); at = Path.GetDirectoryName(at))
        {
            if (File.Exists(at))
                throw new ConfigurationException(
                    new Problem("CBS0524", key, $"{(at == folder ? path : at)} is a file; give a folder"));
            missing.Add(at);
        }

        var opened = new OutputFolder(missing);
        try
        {
            Directory.CreateDirectory(folder);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            foreach (var folder in _created.SkipWhile(f => !Directory.Exists(f)))
            {
                if (Directory.EnumerateFileSystemEntries(folder).Any()) return;
                Directory.Delete(folder);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // An empty folder is left: no reason to hide what made the results fail.
        }
    }
}
