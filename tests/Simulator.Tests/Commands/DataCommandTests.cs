using System.Buffers.Binary;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Downloads;
using CrossbarSim.Simulator.Tests.Configuration;
using CrossbarSim.Simulator.Tests.Downloads;

namespace CrossbarSim.Simulator.Tests.Commands;

public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Set => Path.Combine(_folder.Path, "fashion-mnist");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Get_downloads_and_a_second_get_finds_it_there()
    {
        using var server = new LoopbackServer(asked => new Reply { Body = SmallSet.Gzip(Blank(asked.File)) });
        string[] arguments = [
            "data", "get", "fashion-mnist", "--data", _folder.Path, "--mirror", server.Address.AbsoluteUri[..^1]];

        Assert.Equal(ExitCodes.Ok, CommandLine.Run(arguments));
        Assert.Equal(4, Directory.GetFiles(Set).Length);
        Assert.Equal(ExitCodes.Ok, CommandLine.Run([.. arguments, "--quiet"]));
        Assert.Equal(4, server.Requests.Count);
        Assert.Equal("present", Listed().State);
        var loaded = new DatasetCatalog(new DatasetFolders(_folder.Path)).Load(new() { Name = "fashion-mnist" });
        Assert.Equal(60_000, loaded.Training.Count);
    }

    [Fact]
    public void Files_in_a_folder_of_the_user_are_not_overwritten_but_told()
    {
        _folder.Write("train-labels-idx1-ubyte", "mine");

        Assert.Equal(ExitCodes.Unexpected, CommandLine.Run(["data", "get", "fashion-mnist", "--data", _folder.Path]));

        Assert.Equal("mine", File.ReadAllText(Path.Combine(_folder.Path, "train-labels-idx1-ubyte")));
        Assert.False(Directory.Exists(Set));
        Assert.Equal(("incomplete", 3), (Listed().State, Listed().Missing.Count));
    }

    [Fact]
    public void A_folder_that_was_named_but_is_not_there_is_never_replaced_by_another()
    {
        var absent = Path.Combine(_folder.Path, "absent");
        foreach (var verb in new[] { new[] { "data", "list" }, ["train", "--set", "dataset.name=mnist", "--out", absent] })
        {
            var result = Cli.Run([.. verb, "--data", absent]);
            Assert.Equal((3, ""), (result.ExitCode, result.Output));
            Assert.Equal($"error CBS0417: data: there is no folder {absent}", result.Errors.TrimEnd());
        }

        Assert.False(Directory.Exists(absent));
    }

    [Theory]
    [InlineData(ExitCodes.Ok, "data", "list")]
    [InlineData(ExitCodes.Ok, "data", "list", "--json")]
    [InlineData(ExitCodes.Ok, "data", "get", "digits")]
    [InlineData(ExitCodes.WrongUsage, "data", "get")]
    [InlineData(ExitCodes.WrongUsage, "data", "get", "cifar")]
    [InlineData(ExitCodes.WrongUsage, "data", "get", "mnist", "--mirror", "not an address")]
    [InlineData(ExitCodes.WrongUsage, "data", "get", "mnist", "--mirror", "ftp://example.org/mnist/")]
    public void Exit_codes_are_those_of_every_verb(int expected, params string[] arguments) =>
        Assert.Equal(expected, CommandLine.Run(arguments));

    [Fact]
    public void Every_source_is_complete_and_its_mirrors_are_folders()
    {
        Assert.Equal(["mnist", "fashion-mnist"], DataSources.All.Select(source => source.Name));
        Assert.All(DataSources.All.SelectMany(source => source.Mirrors), mirror => Assert.EndsWith("/", mirror.AbsoluteUri));
        foreach (var source in DataSources.All)
        {
            var pixels = source.Width * source.Height;
            Assert.Equal(
                [16 + source.TrainSamples * pixels, 8 + source.TrainSamples, 16 + source.TestSamples * pixels, 8
                    + source.TestSamples],
                source.Files.Select(file => (int)file.Bytes));
        }

        Assert.All(DataSources.Named("mnist").Files, file => Assert.Equal(64, file.Sha256!.Length));
    }

    [Fact]
    public void The_real_mnist_has_the_published_sums()
    {
        var folder = Environment.GetEnvironmentVariable(DatasetFolders.Variable) is { Length: > 0 } data
            ? new DatasetCatalog(new DatasetFolders(data)).Locate("mnist")
            : null;
        Assert.SkipUnless(folder is not null, $"set {DatasetFolders.Variable} to a folder that holds mnist");

        Assert.Empty(DataFolder.Faults(DataSources.Named("mnist"), folder));
    }

    private ListedData Listed() =>
        ListedData.Of(DataSources.Named("fashion-mnist"), new DatasetCatalog(new DatasetFolders(_folder.Path)));

    // As long as the real one, with the right header, all zero.
    private static byte[] Blank(string packed)
    {
        var file = DataSources.Named("fashion-mnist").Files.Single(f => f.Packed == packed);
        var content = new byte[file.Bytes];
        BinaryPrimitives.WriteUInt32BigEndian(content, file.Magic);
        var isImages = file.Magic == 2051;
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4), (int)(isImages ? (file.Bytes - 16) / 784 : file.Bytes - 8));
        if (!isImages) return content;
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(8), 28);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(12), 28);
        return content;
    }
}
