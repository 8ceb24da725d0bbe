using System.Text;

namespace CrossbarSim.Experiments.Results;

/// <summary>Writes whole files so that a reader, or a crash, only ever meets the old or the new one.</summary>
/// <remarks>
/// The content goes to a temporary file beside the target, is flushed to the disk and then renamed over it.
/// The temporary name is fixed, so what a killed process left is taken over by the next write. Failures name the
/// target: nobody knows the other.
/// </remarks>
public static class AtomicFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>UTF-8 without byte order mark: the encoding of every text file of a run.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file of any content.</summary>
    /// <param name="path">The file to create or replace; its folder exists.</param>
    /// <param name="write">Writes the content to a readable, writable and seekable stream.</param>
    /// <exception cref="IOException">The disk is full or the like; the target is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is read-only; the target is as it was.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = TemporaryPath(path);
        try
        {
            using (var file = Create(temporary))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception cause)
        {
            RemoveQuietly(temporary);
            if (OfTarget(cause, cause.Message.Replace(temporary, path, StringComparison.Ordinal)) is { } named) throw named;
            throw;
        }
    }

    /// <summary>Writes a text file as it is given: UTF-8 without byte order mark, line ends untouched.</summary>
    /// <param name="path">The file to create or replace; its folder exists.</param>
    /// <param name="text">The whole text.</param>
    public static void WriteText(string path, string text) =>
        Write(path, file => file.Write(Utf8.GetBytes(text)));

    private static string TemporaryPath(string path)
    {
        var full = Path.GetFullPath(path);
        return Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.tmp");
    }

    private static FileStream Create(string path) =>
        new(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize);

    private static Exception? OfTarget(Exception cause, string message) => cause switch
    {
        _ when message == cause.Message => null,
        IOException => new IOException(message, cause) { HResult = cause.HResult },
        UnauthorizedAccessException => new UnauthorizedAccessException(message, cause),
        _ => null,
    };

    private static void RemoveQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // The failure that led here says more than this one.
        }
    }
}
