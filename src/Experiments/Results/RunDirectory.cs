using System.Globalization;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Results;

/// <summary>A run directory that this process, and no other, writes until it is disposed.</summary>
public sealed class RunDirectory : IDisposable
{
    private readonly RunLock _lock;

    private RunDirectory(RunPaths paths, RunLock held) => (Paths, _lock) = (paths, held);

    /// <summary>Where the files are.</summary>
    public RunPaths Paths { get; }

    /// <summary>Starts a run in a folder, which is created with its parents.</summary>
    /// <param name="folder">The folder; what else it holds is left alone.</param>
    /// <param name="experiment">Text of <c>experiment.yaml</c>.</param>
    /// <exception cref="ConfigurationException">The folder holds a run, or another process writes it.</exception>
    public static RunDirectory Create(string folder, string experiment)
    {
        // Goes again, and its parents too, where nothing could be written.
        using var created = OutputFolder.Open(folder, "out");
        var run = Lock(folder, "out");
        try
        {
            if (run.Paths.HoldsRun)
                throw Refusal("CBS0521", "out",
                    $"{folder} already holds a run: continue it with --resume, or choose another folder with --out");
            AtomicFile.WriteText(run.Paths.Experiment, experiment);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    /// <summary>A folder that does not exist yet, named after the time and the experiment.</summary>
    /// <param name="parent">Where the folder would be, such as <c>runs</c>.</param>
    /// <param name="name">Name of the experiment.</param>
    /// <param name="clock">The time.</param>
    public static string UniqueFolder(string parent, string name, TimeProvider clock)
    {
        var stem = Path.Combine(parent, string.Create(CultureInfo.InvariantCulture,
            $"{clock.GetLocalNow():yyyyMMdd-HHmmss}-{FolderName(name)}"));
        var folder = stem;
        for (var number = 2; Path.Exists(folder); number++)
            folder = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        return folder;
    }

    /// <summary>Opens a run to go on with it.</summary>
    /// <param name="folder">The run directory.</param>
    /// <exception cref="ConfigurationException">It holds no run, or another process writes it.</exception>
    public static RunDirectory Open(string folder)
    {
        if (!File.Exists(new RunPaths(folder).Experiment))
            throw Refusal("CBS0523", "resume", $"{folder} holds no run: there is no experiment.yaml in it");
        return Lock(folder, "resume");
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static RunDirectory Lock(string folder, string key) =>
        new(new RunPaths(folder), RunLock.Take(folder, key));

    /// <summary>A name as that of a folder: letters, digits, dots, dashes and underscores.</summary>
    /// <param name="name">Any name.</param>
    public static string FolderName(string name)
    {
        var kept = name.Select(letter => char.IsLetterOrDigit(letter) || letter is '_' or '.' ? letter : '-');
        var text = string.Concat(kept).Trim('-', '.');
        return text.Length == 0 ? "run" : text;
    }

    private static ConfigurationException Refusal(string code, string key, string message) =>
        new(new Problem(code, key, message));
}
