namespace CrossbarSim.Simulator.Configuration;

/// <summary>Opens the texts of one load and keeps their order.</summary>
/// <param name="problems">Receives what is wrong with a file as such.</param>
/// <param name="kept">Texts of files as they were, by full path; null: files are read as they are.</param>
internal sealed class SourceFiles(ProblemList problems, IReadOnlyDictionary<string, string>? kept = null)
{
    /// <summary>Largest file: a measured curve of 100,000 points takes 3 MB.</summary>
    public const int LargestBytes = 10_000_000;

    private const int CommandLineOrder = 1_000_000;

    private readonly SortedDictionary<string, string> _read = new(StringComparer.Ordinal);
    private int _opened;
    private int _given;

    /// <summary>How many texts have been opened: the order of the next one.</summary>
    public int Opened => _opened;

    /// <summary>Texts of the files that were read, by full path.</summary>
    public IReadOnlyDictionary<string, string> Read => _read;

    /// <summary>Whether a file can be opened.</summary>
    /// <param name="path">Absolute, or relative to the current directory.</param>
    public bool Exists(string path) => kept?.ContainsKey(Path.GetFullPath(path)) ?? File.Exists(path);

    /// <summary>A path as the user would write it: relative where the file lies below the current directory.</summary>
    /// <param name="full">The full path.</param>
    public static string Shown(string full)
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return relative.StartsWith("..", StringComparison.Ordinal) ? full : relative;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">Absolute, or relative to the current directory.</param>
    /// <returns>Its text, or null where it cannot be used.</returns>
    public SourceText? Open(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            var folder = Path.GetDirectoryName(full) ?? "";
            if (kept?.GetValueOrDefault(full) is { } before) return FromText(path, folder, _read[full] = before);
            var bytes = Bytes(path);
            if (bytes.Length > LargestBytes) return Oversized(path, folder);
            var (text, wrong) = Utf8Text.Decode(bytes);
            _read[full] = text;
            return wrong is null ? FromText(path, folder, text) : Refuse(path, folder, text, wrong);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable(path, e);
        }
    }

    /// <summary>Takes a text that is not in a file of its own.</summary>
    /// <param name="name">How messages call it.</param>
    /// <param name="folder">Folder that its relative paths start from.</param>
    /// <param name="text">The text.</param>
    public SourceText? FromText(string name, string folder, string text)
    {
        var whole = text.TrimStart('\uFEFF');
        var (before, wrong) = Utf8Text.Printable(whole);
        return wrong is null ? new SourceText(name, folder, whole, _opened++) : Refuse(name, folder, before, wrong);
    }

    /// <summary>Takes a value of the command line; its problems come last.</summary>
    /// <param name="name">The option as the user wrote it.</param>
    /// <param name="value">The value.</param>
    public SourceText FromCommandLine(string name, string value) =>
        new(name, Directory.GetCurrentDirectory(), value, CommandLineOrder + _given++, hasLines: false);

    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path)) throw new IOException("this is a folder; give a file");
        if (!File.Exists(path)) throw new IOException("there is no such file");
        using var stream = File.OpenRead(path);
        var buffer = new byte[Math.Min(stream.Length, LargestBytes) + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer[..length];
    }

    // The place is where the text stops being readable.
    private SourceText? Refuse(string name, string folder, string before, string wrong)
    {
        var lines = before.Split('\n');
        var at = new Location(new SourceText(name, folder, before, _opened++), lines.Length, lines[^1].Length + 1);
        problems.Add(ProblemCodes.Encoding, "", wrong, at);
        return null;
    }

    private SourceText? Oversized(string path, string folder)
    {
        var at = new Location(new SourceText(path, folder, "", _opened++, hasLines: false), 1, 1);
        problems.Add(ProblemCodes.TooLarge, "", "the file is larger than 10 MB: this is no configuration", at);
        return null;
    }

    private SourceText? Unreadable(string path, Exception e)
    {
        var at = new Location(new SourceText(Printable.Short(path, longest: 400), "", "", _opened++, hasLines: false), 1, 1);
        problems.Add(ProblemCodes.Unreadable, "", e.Message, at);
        return null;
    }
}
