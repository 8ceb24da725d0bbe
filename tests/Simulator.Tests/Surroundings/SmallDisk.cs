using System.Diagnostics;

namespace CrossbarSim.Simulator.Tests.Surroundings;

/// <summary>A file system of a few kilobytes in memory. Only root may mount one: elsewhere the test skips.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>Where it is mounted.</summary>
    public string Path { get; }

    /// <summary>Mounts a file system over a folder.</summary>
    /// <param name="folder">The folder, which exists.</param>
    /// <param name="kilobytes">Room for files.</param>
    public static SmallDisk Mount(string folder, int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root mounts a small file system");
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "tmpfs", folder), "no file system can be mounted here");
        return new SmallDisk(folder);
    }

    /// <summary>Gives it room.</summary>
    public void Grow(int kilobytes) => Assert.True(Run("mount", "-o", $"remount,size={kilobytes}k", Path));

    /// <summary>Lets nobody write to it any more.</summary>
    public void Freeze() => Assert.True(Run("mount", "-o", "remount,ro", Path));

    public void Dispose() => Assert.True(Run("umount", Path));

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
