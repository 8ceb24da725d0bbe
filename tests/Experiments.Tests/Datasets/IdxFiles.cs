using System.Buffers.Binary;
using System.IO.Compression;

namespace CrossbarSim.Experiments.Tests.Datasets;

/// <summary>A folder of hand-made IDX files, removed at the end of the test.</summary>
internal sealed class IdxFiles : IDisposable
{
    public const string TrainingImages = "train-images-idx3-ubyte";
    public const string TrainingLabels = "train-labels-idx1-ubyte";
    public const string TestImages = "t10k-images-idx3-ubyte";
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    public const int Rows = 3;
    public const int Columns = 5;
    public const int TrainingCount = 7;
    public const int TestCount = 3;

    public IdxFiles() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"crossbarsim-idx-{Guid.NewGuid():N}");

    public static byte[] Images(int count, int rows = Rows, int columns = Columns) =>
    [
        .. Words(2051, count, rows, columns),
        .. Enumerable.Range(0, count * rows * columns).Select(i => (byte)(i * 37 + count)),
    ];

    public static byte[] Labels(params byte[] labels) => [.. Words(2049, labels.Length), .. labels];

    public static byte[] Words(params int[] words)
    {
        var bytes = new byte[4 * words.Length];
        for (var i = 0; i < words.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), words[i]);
        return bytes;
    }

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(content);
        return packed.ToArray();
    }

    public string At(string name) => Path.Combine(Root, name);

    public string Write(string name, byte[] content)
    {
        var file = At(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    /// <summary>Writes a good data set: 7 and 3 pictures of 3 x 5 pixels, labels 0 .. 9.</summary>
    public string WriteSet(string folder = "", string ending = "", Func<string, string>? spell = null)
    {
        foreach (var (name, content) in Good())
            Write(Path.Combine(folder, (spell?.Invoke(name) ?? name) + ending), ending.Length > 0 ? Gzip(content) : content);
        return At(folder);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static (string Name, byte[] Content)[] Good() =>
    [
        (TrainingImages, Images(TrainingCount)),
        (TrainingLabels, Labels(9, 0, 3, 1, 4, 1, 5)),
        (TestImages, Images(TestCount)),
        (TestLabels, Labels(2, 7, 1)),
    ];
}
