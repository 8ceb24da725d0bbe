using System.Globalization;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary>Keeps a second process out of a run directory. The system frees it when its holder dies.</summary>
public sealed class RunLock : IDisposable
{
    // Two files, because nobody else can open the locked one, not even to read who holds it.
    private const string LockName = ".lock";
    private const string HolderName = ".lock-holder";

    private readonly FileStream _lock;
    private readonly string _holder;

    private RunLock(FileStream file, string holder) => (_lock, _holder) = (file, holder);

    /// <summary>Takes the lock of a folder.</summary>
    /// <param name="folder">The folder, which exists.</param>
    /// <param name="key">Path of the problem: the option that named the folder.</param>
    /// <exception cref="ConfigurationException">Another process, or this one, holds it.</exception>
    public static RunLock Take(string folder, string key)
    {
        var holder = Path.Combine(folder, HolderName);
        var file = Open(folder, key, holder);
        try
        {
            AtomicFile.WriteText(holder, string.Create(CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} on host {Environment.MachineName}\n"));
            return new RunLock(file, holder);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The holder goes first: once the lock is free, that file is the next one's.
        File.Delete(_holder);
        _lock.Dispose();
    }

    private static FileStream Open(string folder, string key, string holder)
    {
        var path = Path.Combine(folder, LockName);
        while (true)
        {
            var file = OpenOnce(folder, key, path, holder);
            if (File.Exists(path)) return file;
            // The previous holder removed the file between our opening and locking it: that lock is nobody's.
            file.Dispose();
        }
    }

    private static FileStream OpenOnce(string folder, string key, string path, string holder)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new ConfigurationException(new Problem("CBS0522", key,
                $"{folder} is being written by {TextOf(holder)}; wait for it, or choose another folder with --out"));
        }
    }

    /// <summary>Who holds the lock of a folder, in words; null: nobody does.</summary>
    /// <param name="folder">The folder.</param>
    public static string? HolderOf(string folder)
    {
        try
        {
            using var taken = Take(folder, "");
            return null;
        }
        catch (ConfigurationException)
        {
            return TextOf(Path.Combine(folder, HolderName));
        }
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
