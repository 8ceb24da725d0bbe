using CrossbarSim.HardwareBridge.Transport;
using Microsoft.Win32.SafeHandles;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>
/// A file that grows by appending. Zeros are written ahead, so that a record overwrites space that the file system has
/// given already: syncing it is then one write of the disk, not one of the record and one of the file system's own books.
/// </summary>
internal sealed class JournalFile : IDisposable
{
    private const int AheadBytes = 256 * 1024;

    private readonly string _name;
    private readonly ProcessLock _lock;
    private readonly SafeFileHandle _file;
    private long _end;
    private long _reserved;

    private JournalFile(string name, ProcessLock mine, SafeFileHandle file) =>
        (_name, _lock, _file, _reserved) = (name, mine, file, RandomAccess.GetLength(file));

    /// <summary>Opens or makes a file for this process alone to write.</summary>
    public static JournalFile Open(string name)
    {
        var mine = ProcessLock.Take(name);
        try
        {
            return new JournalFile(name, mine, File.OpenHandle(
                name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            mine.Dispose();
            throw new BoardException("CBS1309", $"{name}: the journal cannot be opened: {cause.Message}", cause);
        }
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ReadAll()
    {
        var bytes = new byte[RandomAccess.GetLength(_file)];
        var read = 0;
        while (RandomAccess.Read(_file, bytes.AsSpan(read), read) is > 0 and var count) read += count;
        return bytes;
    }

    /// <summary>Says where the next bytes go; whatever stands there is cut off.</summary>
    public void GoTo(long position)
    {
        RandomAccess.SetLength(_file, position);
        (_end, _reserved) = (position, position);
    }

    /// <summary>Adds bytes.</summary>
    /// <param name="bytes">A whole line.</param>
    /// <param name="isDurable">Whether they, and all before them, are on the disk when this returns.</param>
    public void Append(ReadOnlySpan<byte> bytes, bool isDurable)
    {
        try
        {
            if (_end + bytes.Length > _reserved) Reserve(bytes.Length);
            RandomAccess.Write(_file, bytes, _end);
            _end += bytes.Length;
            if (isDurable) Sync();
        }
        catch (IOException cause)
        {
            throw new BoardException("CBS1309", $"{_name}: the journal cannot be written: {cause.Message}", cause);
        }
    }

    /// <summary>Closes the file and leaves it as it was found.</summary>
    public void Abandon()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_file.IsClosed) return;
        RandomAccess.SetLength(_file, _end);
        RandomAccess.FlushToDisk(_file);
        Abandon();
    }

    private void Reserve(int least)
    {
        var zeros = new byte[Math.Max(AheadBytes, least)];
        RandomAccess.Write(_file, zeros, _reserved);
        RandomAccess.FlushToDisk(_file);
        _reserved += zeros.Length;
    }

    // macOS has no fdatasync in its headers; FlushToDisk asks the drive itself there (F_FULLFSYNC).
    private void Sync()
    {
        if (!OperatingSystem.IsLinux() || Posix.SyncData(_file) != 0) RandomAccess.FlushToDisk(_file);
    }
}
