using CrossbarSim.Experiments.Results;
using Microsoft.Win32.SafeHandles;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>Standard output for long lists.</summary>
internal static class StandardOutput
{
    private const int Number = 1;
    private const int BufferSize = 1 << 16;

    /// <summary>Opens it; on Unix a write fails once nobody reads on, which the console's own stream would not tell.</summary>
    public static StreamWriter Open() => new(Stream(), AtomicFile.Utf8, BufferSize);

    // A file's stream keeps a place of its own in the file, and what another program writes next would go over it.
    private static Stream Stream()
    {
        if (OperatingSystem.IsWindows()) return Console.OpenStandardOutput();
        var stream = new FileStream(new SafeFileHandle(Number, ownsHandle: false), FileAccess.Write, bufferSize: 1);
        return stream.CanSeek ? Console.OpenStandardOutput() : stream;
    }
}
