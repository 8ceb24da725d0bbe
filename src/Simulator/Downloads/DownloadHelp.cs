namespace CrossbarSim.Simulator.Downloads;

/// <summary>What to do where a download does not work.</summary>
internal static class DownloadHelp
{
    /// <summary>The exception that says why, and which files to place where.</summary>
    /// <param name="source">The data set.</param>
    /// <param name="target">Folder in which it is looked for.</param>
    /// <param name="failures">What each mirror did.</param>
    public static DownloadException Failed(DataSource source, string target, IReadOnlyList<MirrorFailure> failures)
    {
        var code = failures.Count > 0 && failures.All(f => f.IsWrongContent) ? "CBS0702" : "CBS0701";
        return new DownloadException(code, string.Join(Environment.NewLine,
        [
            $"{source.Name} could not be downloaded:",
            .. failures.Select(f => $"  {f.Address}: {f.Reason}"),
            $"Where there is no network, place these files (plain, or as .gz) in {target}:",
            .. source.Files.SelectMany(file => Describe(source, file)),
            $"Then 'crossbarsim data get {source.Name}' checks them; parts that have come are kept, and it goes on from them.",
        ]));
    }

    private static IEnumerable<string> Describe(DataSource source, DataFile file) =>
    [
        $"  {file.Name}: {file.Bytes} bytes" + (file.Sha256 is { } sum ? $", SHA-256 {sum}" : ""),
        .. source.Mirrors.Select(mirror => $"    {new Uri(mirror, file.Packed)}"),
    ];
}
