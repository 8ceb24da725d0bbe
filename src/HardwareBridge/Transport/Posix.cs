using System.Runtime.InteropServices;

namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>The few calls of the C library that serial lines and pseudo-terminals need, on Linux and macOS.</summary>
internal static partial class Posix
{
    public const int ReadWrite = 2;
    public const int Interrupted = 4;
    public const short PollIn = 1;
    public const short PollOut = 4;
    public const short PollError = 8;
    public const short PollHangUp = 16;

    public static int NoControllingTerminal { get; } = OperatingSystem.IsMacOS() ? 0x20000 : 0x100;

    public static int NonBlocking { get; } = OperatingSystem.IsMacOS() ? 0x4 : 0x800;

    public static int TryAgain { get; } = OperatingSystem.IsMacOS() ? 35 : 11;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    public static partial nint Read(int file, Span<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int file, ReadOnlySpan<byte> buffer, nint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll(ref PollRequest request, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "tcgetattr", SetLastError = true)]
    public static partial int GetTerminal(int file, Span<byte> settings);

    [LibraryImport("libc", EntryPoint = "tcsetattr", SetLastError = true)]
    public static partial int SetTerminal(int file, int when, Span<byte> settings);

    [LibraryImport("libc", EntryPoint = "cfmakeraw")]
    public static partial void MakeRaw(Span<byte> settings);

    [LibraryImport("libc", EntryPoint = "cfsetspeed", SetLastError = true)]
    public static partial int SetSpeed(Span<byte> settings, nuint speed);

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    public static partial int OpenPseudoTerminal(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    public static partial int Grant(int file);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    public static partial int Unlock(int file);

    [LibraryImport("libc", EntryPoint = "ptsname_r", SetLastError = true)]
    public static partial int PseudoTerminalName(int file, Span<byte> buffer, nuint length);

    [LibraryImport("libc", EntryPoint = "fdatasync", SetLastError = true)]
    public static partial int SyncData(SafeHandle file);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Kill(int process, int signal);

    /// <summary>Makes a line pass bytes as they are.</summary>
    /// <param name="file">An open terminal.</param>
    /// <param name="baud">Its speed; null leaves it.</param>
    public static bool TrySetRaw(int file, int? baud)
    {
        // struct termios is 60 bytes on Linux and 72 on macOS; we only carry it from one call to the next.
        Span<byte> settings = stackalloc byte[256];
        if (GetTerminal(file, settings) != 0) return false;
        MakeRaw(settings);
        if (baud is { } speed && (SpeedOf(speed) is not { } code || SetSpeed(settings, code) != 0)) return false;
        return SetTerminal(file, 0, settings) == 0;
    }

    // Linux numbers the speeds beyond 38,400 from 0x1001; macOS takes them as they are.
    private static nuint? SpeedOf(int baud)
    {
        if (OperatingSystem.IsMacOS()) return (nuint)baud;
        int[] slow = [9_600, 19_200, 38_400];
        int[] fast =
        [
            57_600, 115_200, 230_400, 460_800, 500_000, 576_000, 921_600, 1_000_000, 1_152_000, 1_500_000, 2_000_000,
            2_500_000, 3_000_000, 3_500_000, 4_000_000,
        ];
        var place = Array.IndexOf(slow, baud);
        if (place >= 0) return (nuint)(13 + place);
        place = Array.IndexOf(fast, baud);
        return place >= 0 ? (nuint)(0x1001 + place) : null;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct PollRequest
    {
        public int File;
        public short Wanted;
        public short Found;
    }
}
