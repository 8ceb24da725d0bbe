namespace CrossbarSim.Simulator.Downloads;

/// <summary>A file that has come in part, and a note of where from: mirrors compress differently.</summary>
/// <param name="path">The file; the note lies beside it.</param>
internal sealed class PartFile(string path)
{
    private readonly string _note = path + ".from";

    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Where those bytes came from, and the version's tag; nulls where nothing is known.</summary>
    public (string? Address, string? Tag) Origin
    {
        get
        {
            var lines = File.Exists(_note) ? File.ReadAllLines(_note) : [];
            return (lines.ElementAtOrDefault(0), lines.ElementAtOrDefault(1) is { Length: > 0 } tag ? tag : null);
        }
    }

    /// <summary>Bytes that are there and came from an address.</summary>
    public long LengthFrom(Uri address) =>
        File.Exists(Path) && Origin.Address == address.AbsoluteUri ? new FileInfo(Path).Length : 0;

    /// <summary>Opens the file to be written anew.</summary>
    /// <param name="address">Where the bytes come from.</param>
    /// <param name="tag">The version's strong tag, if any.</param>
    public FileStream Begin(Uri address, string? tag)
    {
        // The note first: bytes without a note are never continued, a note without bytes does no harm.
        Discard();
        File.WriteAllLines(_note, [address.AbsoluteUri, tag ?? ""]);
        return new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.None);
    }

    /// <summary>Opens the file to be continued.</summary>
    public FileStream Continue() => new(Path, FileMode.Append, FileAccess.Write, FileShare.None);

    /// <summary>Removes file and note.</summary>
    public void Discard()
    {
        File.Delete(Path);
        File.Delete(_note);
    }
}
