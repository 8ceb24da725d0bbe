using System.CommandLine.Parsing;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Datasets.Digits;
using CrossbarSim.Simulator.Downloads;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>data get</c> does once the command line is understood.</summary>
internal sealed record DataGetVerb
{
    private const string Notice = "stopping; what has come is kept, and the next 'data get' goes on from it";

    public required string Name { get; init; }

    public string? Data { get; init; }

    public Uri? Mirror { get; init; }

    public bool Quiet { get; init; }

    /// <summary>Reads <c>--mirror</c>: the address of a folder.</summary>
    public static Uri? ParseMirror(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https")
            return address;
        argument.AddError($"--mirror: '{text}' is not an address such as https://example.org/mnist/.");
        return null;
    }

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="DownloadException">The data set could not be brought here.</exception>
    public int Run()
    {
        if (Name == EmbeddedDigits.Name)
        {
            Console.Out.WriteLine($"{Name} is part of the program: there is nothing to download");
            return ExitCodes.Ok;
        }

        var source = DataSources.Named(Name);
        if (Mirror is not null) source = source with { Mirrors = [Mirror, .. source.Mirrors] };
        var folders = Data is null ? DatasetFolders.OfThisMachine() : new DatasetFolders(Data);
        var root = Path.GetFullPath(Data ?? folders.Cache ?? throw new DownloadException(
            "CBS0704", "this user has no folder for data: say with --data where to put the files"));
        var present = Present(source, new DatasetCatalog(folders).Locate(Name), Path.Combine(root, Name));
        Console.Out.WriteLine(present is null
            ? $"{Name}: downloaded to {Download(source, root)}, {Checked(source)}"
            : $"{Name}: already in {present}, {Checked(source)}");
        return ExitCodes.Ok;
    }

    private static string? Present(DataSource source, string? found, string target)
    {
        if (found is null) return null;
        var faults = DataFolder.Faults(source, found);
        if (faults.Count == 0) return found;
        // What lies where downloads go is replaced; another folder is the user's own, but would be read first.
        if (Path.GetFullPath(found) == target) return null;
        throw new DownloadException("CBS0703", string.Join(Environment.NewLine,
        [
            $"{source.Name} is looked for in {found} first, and is not right there:",
            .. faults.Select(fault => $"  {fault}"),
            $"Remove or replace those files, or unset {DatasetFolders.Variable} if that is where the folder was named.",
        ]));
    }

    private string Download(DataSource source, string root)
    {
        var folder = "";
        using var interrupt = new Interrupt(Notice);
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(15) };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var policy = new DownloadPolicy();
        DownloadDisplay.ShowAsync(Quiet, async report => folder = await new DataSetDownload(
                new MirrorDownload(new HttpFetch(client, policy.Silence), policy, report))
            .RunAsync(source, root, interrupt.Token)).GetAwaiter().GetResult();
        return folder;
    }

    private static string Checked(DataSource source) => source.Files.All(file => file.Sha256 is not null)
        ? "SHA-256 right"
        : "sizes and magic numbers right (its sums are not known)";
}
