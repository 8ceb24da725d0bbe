using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Downloads;

/// <summary>Brings a whole data set: no file of it is where it belongs before all of them are here and checked.</summary>
/// <remarks>
/// Files are gathered in <c>ROOT/.NAME.download</c>, which a later call goes on from, and moved to
/// <c>ROOT/NAME</c> at the end: in one step where that folder does not exist.
/// </remarks>
/// <param name="download">Brings one file.</param>
internal sealed class DataSetDownload(MirrorDownload download)
{
    /// <summary>Downloads what is missing or damaged.</summary>
    /// <param name="source">The data set.</param>
    /// <param name="root">Folder of data sets; created where it does not exist.</param>
    /// <param name="stop">Asks to stop; what has come stays.</param>
    /// <returns>The folder of the data set.</returns>
    /// <exception cref="DownloadException">
    /// A file came from no mirror (CBS0701), or only wrong ones (CBS0702); another process downloads the same (CBS0705).
    /// </exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public async Task<string> RunAsync(DataSource source, string root, CancellationToken stop)
    {
        var (target, gathered) = (Path.Combine(root, source.Name), Path.Combine(root, $".{source.Name}.download"));
        var ready = Path.Combine(gathered, "ready");
        using var created = OutputFolder.Open(root, "data");
        try
        {
            Directory.CreateDirectory(ready);
            using var held = Hold(gathered, source);
            foreach (var file in source.Files.Where(file => DataFolder.Fault(file, target) is not null))
                await GatherAsync(source, file, gathered, ready, target, stop);
            Place(ready, target);
            return target;
        }
        finally
        {
            if (Directory.Exists(gathered) && Directory.GetFiles(gathered, "*", SearchOption.AllDirectories).Length == 0)
                Directory.Delete(gathered, recursive: true);
        }
    }

    private async Task GatherAsync(
        DataSource source, DataFile file, string gathered, string ready, string target, CancellationToken stop)
    {
        if (DataFolder.Fault(file, ready) is null) return;
        var part = new PartFile(Path.Combine(gathered, file.Packed + ".part"));
        var failures = await download.RunAsync(file, source.Mirrors, part, Path.Combine(ready, file.Name), stop);
        if (failures is not null) throw DownloadHelp.Failed(source, target, failures);
    }

    private static void Place(string ready, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(ready, target);
            return;
        }

        foreach (var file in Directory.GetFiles(ready))
            File.Move(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    // Two processes must not write to one file.
    private static FileStream Hold(string folder, DataSource source)
    {
        var path = Path.Combine(folder, "lock");
        try
        {
            return new FileStream(
                path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new DownloadException(
                "CBS0705", $"{source.Name} is being downloaded to this folder by another process; wait for it");
        }
    }
}
