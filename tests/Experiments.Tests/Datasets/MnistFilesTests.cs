using System.Security.Cryptography;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Datasets.Idx;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Tests.Datasets;

/// <summary>The reader on the real files, where they are present.</summary>
public sealed class MnistFilesTests
{
    [Fact]
    public void Mnist_has_its_counts_sizes_and_first_labels()
    {
        SkipWhereAbsent();

        var set = new DatasetCatalog(DatasetFolders.OfThisMachine()).Load(new DatasetOptions { Name = "mnist" });

        Assert.Equal((60_000, 10_000, 28, 28), (set.Training.Count, set.Test.Count, set.Width, set.Height));
        Assert.Equal([5, 0, 4, 1, 9, 2, 1, 3, 1, 4], set.Training.Labels[..10].ToArray());
        Assert.Equal([7, 2, 1, 0, 4, 1, 4, 9, 5, 9], set.Test.Labels[..10].ToArray());
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte", 47_040_016, "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db")]
    [InlineData("train-labels-idx1-ubyte", 60_008, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5")]
    [InlineData("t10k-images-idx3-ubyte", 7_840_016, "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7")]
    [InlineData("t10k-labels-idx1-ubyte", 10_008, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2")]
    public void Mnist_content_is_the_published_one(string name, int length, string sha)
    {
        SkipWhereAbsent();
        var plain = Path.Combine(Folder!, name);
        using var source = IdxSource.Open(File.Exists(plain) ? plain : plain + IdxSource.GzipEnding);
        var content = new byte[length + 1];

        Assert.Equal(length, source.Fill(content));
        source.CheckEnd();
        Assert.Equal(sha, Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, length))));
    }

    private static string? Folder =>
        Environment.GetEnvironmentVariable(DatasetFolders.Variable) is { Length: > 0 } data
            ? Path.Combine(data, "mnist")
            : null;

    private static void SkipWhereAbsent()
    {
        if (Folder is null || !IdxFolder.HoldsFiles(Folder))
            Assert.Skip($"set {DatasetFolders.Variable} to a folder that holds mnist/ with {IdxFolder.Expected}");
    }
}
