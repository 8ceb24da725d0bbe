using System.Buffers.Binary;
using System.IO.Compression;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Validation.Fuzz;

/// <summary>
/// The four files of a tiny IDX data set in one: a byte that says which of them is damaged and whether it is
/// compressed, then that file. The other three stay valid.
/// </summary>
internal static class IdxSamples
{
    private const int Pictures = 12;
    private const int Side = 5;
    private static readonly string[] Names =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// <summary>Each file, plain and compressed.</summary>
    public static IReadOnlyList<byte[]> All { get; } =
        [.. Enumerable.Range(0, 8)
            .Select(which => (byte[])[(byte)which, .. which < 4 ? Valid(which) : Compressed(Valid(which - 4))])];

    /// <summary>Lays the four files out and reads the data set.</summary>
    /// <param name="file">The damaged file with its leading byte.</param>
    public static void Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var which = bytes.Length == 0 ? 0 : bytes[0] % 8;
        var folder = Directory.CreateDirectory(file + ".data").FullName;
        try
        {
            for (var i = 0; i < Names.Length; i++)
            {
                var damaged = i == which % 4;
                var name = damaged && which >= 4 ? Names[i] + ".gz" : Names[i];
                File.WriteAllBytes(Path.Combine(folder, name), damaged ? bytes[Math.Min(1, bytes.Length)..] : Valid(i));
            }

            new DatasetCatalog(new DatasetFolders(folder)).Load(new DatasetOptions { Name = "tiny" }, threads: 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Valid(int which)
    {
        int[] header = which % 2 == 0 ? [2051, Pictures, Side, Side] : [2049, Pictures];
        var content = new byte[which % 2 == 0 ? Pictures * Side * Side : Pictures];
        for (var i = 0; i < content.Length; i++) content[i] = (byte)(which % 2 == 0 ? i * 7 : i % 10);
        var bytes = new byte[4 * header.Length + content.Length];
        for (var i = 0; i < header.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), header[i]);
        content.CopyTo(bytes, 4 * header.Length);
        return bytes;
    }

    private static byte[] Compressed(byte[] plain)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionMode.Compress)) gzip.Write(plain);
        return memory.ToArray();
    }
}
