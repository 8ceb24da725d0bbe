using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Sweeps.Journals;

/// <summary>Reads journals, also one that is being written: up to the first record that is not whole.</summary>
public static class JournalReader
{
    private const int LongestHeader = 200;
    private const int BufferSize = 1 << 16;

    /// <summary>The records of a file, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="from">Where the first of them begins.</param>
    public static IEnumerable<JournalPlace> Read(string path, long from = 0)
    {
        using var file = Open(path);
        file.Seek(from, SeekOrigin.Begin);
        for (var at = from; ; )
        {
            if (Header(file, ref at) is not { } header || header.Length > file.Length - at) yield break;
            var text = new byte[header.Length];
            if (file.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) < text.Length) yield break;
            if (JournalHeader.Of(header.Index, header.Identity, text) != header) yield break;
            yield return new JournalPlace(header.Index, header.Identity, at, header.Length);
            at += header.Length;
        }
    }

    /// <summary>Opens a journal for reading records out of order.</summary>
    /// <param name="path">The file.</param>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize);

    /// <summary>Reads a record.</summary>
    /// <param name="file">The journal.</param>
    /// <param name="place">Where it lies.</param>
    public static PointRecord Record(FileStream file, JournalPlace place)
    {
        var text = new byte[place.Length];
        file.Seek(place.At, SeekOrigin.Begin);
        file.ReadExactly(text);
        return new PointRecord(place.Index, place.Identity, AtomicFile.Utf8.GetString(text));
    }

    private static JournalHeader? Header(FileStream file, ref long at)
    {
        List<byte> line = [];
        for (var next = file.ReadByte(); next != '\n'; next = file.ReadByte())
        {
            if (next < 0 || line.Count == LongestHeader) return null;
            line.Add((byte)next);
        }

        at += line.Count + 1;
        return JournalHeader.Parse(AtomicFile.Utf8.GetString([.. line]));
    }
}
