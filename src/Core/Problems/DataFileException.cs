namespace CrossbarSim.Core.Problems;

/// <summary>A file that is not source text (images, labels, saved state) cannot be used.</summary>
/// <param name="code">Stable code, <c>CBS</c> and four digits, listed in docs/errors.md.</param>
/// <param name="file">The file.</param>
/// <param name="position">Offset of the first byte that is wrong (in the decompressed stream where the
/// file is compressed), or null where the whole file is meant.</param>
/// <param name="message">What was found and what was expected.</param>
/// <param name="cause">The underlying failure, if any.</param>
public sealed class DataFileException(
    string code, string file, long? position, string message, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>Stable code of the problem.</summary>
    public string Code { get; } = code;

    /// <summary>The file that cannot be used.</summary>
    public string File { get; } = file;

    /// <summary>Offset of the first wrong byte, or null for the whole file.</summary>
    public long? Position { get; } = position;
}
