using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Tests.Transport;

public sealed class ProcessLockTests : IDisposable
{
    private readonly string _port = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.port");

    public void Dispose() => File.Delete(_port);

    [Fact]
    public void A_port_is_for_one_only_and_the_other_is_told_who_has_it()
    {
        using (ProcessLock.Take(_port))
        {
            var refused = Assert.Throws<BoardException>(() => ProcessLock.Take(_port));
            Assert.Equal(("CBS1302", $"{_port} is in use by process {Environment.ProcessId}: only one at a time"),
                (refused.Code, refused.Message));
        }

        ProcessLock.Take(_port).Dispose();
    }

    [Fact]
    public void A_link_to_a_port_is_the_same_port()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        File.WriteAllText(_port, "");
        var link = $"{_port}.link";
        File.CreateSymbolicLink(link, _port);
        using var held = ProcessLock.Take(_port);
        Assert.Throws<BoardException>(() => ProcessLock.Take(link));
        File.Delete(link);
    }

    [Fact]
    public void What_a_dead_process_left_behind_is_no_lock()
    {
        // The number of a process that is no more, as a killed program leaves it.
        using (ProcessLock.Take(_port))
        {
        }

        var name = Path.GetFileNameWithoutExtension(_port);
        var stem = Directory.EnumerateFiles(Path.GetTempPath(), $"crossbarsim-*{name}*.lock").Single();
        File.WriteAllText(Path.ChangeExtension(stem, ".pid"), "999999999");
        ProcessLock.Take(_port).Dispose();
        File.Delete(stem);
    }
}
