using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Downloads;

/// <summary>Brings one file from whichever mirror delivers it.</summary>
/// <param name="fetch">Asks one address once.</param>
/// <param name="policy">How often, with which pauses.</param>
/// <param name="report">Told how far it is.</param>
internal sealed class MirrorDownload(HttpFetch fetch, DownloadPolicy policy, IDownloadReport report)
{
    /// <summary>Downloads, decompresses and checks a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mirrors">Folders that offer it, the first to be tried first.</param>
    /// <param name="part">Where the compressed bytes go; gone once the file is there.</param>
    /// <param name="target">Where the checked content goes, in one step.</param>
    /// <param name="stop">Asks to stop; what has come stays.</param>
    /// <returns>Why no mirror delivered it, one entry per mirror; null: it is there.</returns>
    public async Task<IReadOnlyList<MirrorFailure>?> RunAsync(
        DataFile file, IReadOnlyList<Uri> mirrors, PartFile part, string target, CancellationToken stop)
    {
        List<MirrorFailure> failures = [];
        // A mirror that has sent a part already goes on with it.
        foreach (var address in mirrors.Select(m => new Uri(m, file.Packed)).OrderByDescending(part.LengthFrom).ToList())
        {
            var failure = await FromAsync(address, file, part, target, stop);
            if (failure is null) return null;
            failures.Add(failure);
            if (failures.Count < mirrors.Count) report.Note($"{address}: {failure.Reason}; trying the next mirror");
        }

        return failures;
    }

    private async Task<MirrorFailure?> FromAsync(
        Uri address, DataFile file, PartFile part, string target, CancellationToken stop)
    {
        var (fruitless, most) = (0, 0L);
        while (true)
        {
            var before = part.LengthFrom(address);
            most = Math.Max(most, before);
            var (failure, mayPass) = await TryAsync(address, file, part, target, stop);
            if (failure is null) return null;
            // A file that was put together from two answers may be wrong only because of that.
            if (failure.IsWrongContent ? before == 0 : !mayPass) return failure;
            fruitless = part.LengthFrom(address) > most ? 0 : fruitless + 1;
            if (fruitless >= policy.Tries) return failure;
            report.Note($"{address}: {failure.Reason}; trying again");
            await Task.Delay(policy.PauseAfter(Math.Max(1, fruitless)), stop);
        }
    }

    private async Task<(MirrorFailure? Failure, bool MayPass)> TryAsync(
        Uri address, DataFile file, PartFile part, string target, CancellationToken stop)
    {
        try
        {
            await fetch.RunAsync(address, part, (done, total) => report.Progress(file.Packed, done, total), stop);
        }
        catch (Exception cause) when (HttpFetch.IsOfNetwork(cause))
        {
            return (new MirrorFailure(address, cause.Message, IsWrongContent: false), HttpFetch.MayPass(cause));
        }

        var wrong = Unpack(part, target, file);
        part.Discard();
        return (wrong is null ? null : new MirrorFailure(address, wrong, IsWrongContent: true), true);
    }

    private static string? Unpack(PartFile part, string target, DataFile file)
    {
        try
        {
            using var packed = File.OpenRead(part.Path);
            AtomicFile.Write(target, content =>
            {
                if (ContentCheck.Packed(packed, content, file) is { } wrong) throw new InvalidDataException(wrong);
            });
            return null;
        }
        catch (InvalidDataException cause)
        {
            return cause.Message;
        }
    }
}
