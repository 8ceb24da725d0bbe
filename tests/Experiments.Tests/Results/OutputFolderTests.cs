using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Tests.Results;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_stays_empty_goes_again_with_the_parents_made_for_it()
    {
        Directory.CreateDirectory(_folder["there"]);

        using (OutputFolder.Open(Path.Combine(_folder["there"], "a", "b"), "out"))
            Assert.True(Directory.Exists(Path.Combine(_folder["there"], "a", "b")));

        Assert.True(Directory.Exists(_folder["there"]));
        Assert.Empty(Directory.GetFileSystemEntries(_folder["there"]));
    }

    [Fact]
    public void A_folder_that_got_a_file_stays()
    {
        var file = Path.Combine(_folder["a"], "b", "file");

        using (OutputFolder.Open(Path.GetDirectoryName(file)!, "out")) File.WriteAllText(file, "");

        Assert.True(File.Exists(file));
    }

    [Fact]
    public void A_folder_that_was_there_stays_though_it_is_empty()
    {
        using (OutputFolder.Open(_folder.Path + Path.DirectorySeparatorChar, "out"))
            Assert.Empty(_folder.Files);

        Assert.True(Directory.Exists(_folder.Path));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/")]
    [InlineData("file/below/it")]
    public void A_file_in_the_way_is_named(string path)
    {
        File.WriteAllText(_folder["file"], "");

        var problem = Assert.Single(Assert.Throws<ConfigurationException>(
            () => OutputFolder.Open(_folder[path], "data")).Problems);

        Assert.Equal(("CBS0524", "data"), (problem.Code, problem.Path));
        Assert.Contains(_folder["file"], problem.Message, StringComparison.Ordinal);
    }
}
