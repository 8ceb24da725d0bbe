using System.IO.Compression;
using Xunit;

namespace CrossbarSim.TestSupport;

/// <summary>The real MNIST, for the tests that need it; it is never part of the repository.</summary>
public static class Mnist
{
    private const string Variable = "CROSSBARSIM_DATA";
    private const int ImageHeader = 16;
    private const int LabelHeader = 8;

    /// <summary>Skips the calling test, in one line, where the files are absent.</summary>
    public static void SkipWhereAbsent() => Assert.SkipUnless(
        Folder is not null, $"set {Variable} to a folder that holds mnist/train-images-idx3-ubyte.gz and its three companions");

    /// <summary>Pixels of the first pictures of a part, 784 bytes each.</summary>
    /// <param name="part">train or t10k.</param>
    /// <param name="count">How many pictures.</param>
    public static byte[] Images(string part, int count) => Read($"{part}-images-idx3-ubyte.gz", ImageHeader, count * 784);

    /// <summary>Labels of the first pictures of a part.</summary>
    /// <param name="part">train or t10k.</param>
    /// <param name="count">How many labels.</param>
    public static byte[] Labels(string part, int count) => Read($"{part}-labels-idx1-ubyte.gz", LabelHeader, count);

    private static string? Folder
    {
        get
        {
            var data = Environment.GetEnvironmentVariable(Variable);
            if (string.IsNullOrEmpty(data)) return null;
            var folder = Path.Combine(data, "mnist");
            return File.Exists(Path.Combine(folder, "train-images-idx3-ubyte.gz")) ? folder : null;
        }
    }

    private static byte[] Read(string file, int header, int length)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(Folder!, file)), CompressionMode.Decompress);
        stream.ReadExactly(new byte[header]);
        var bytes = new byte[length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
