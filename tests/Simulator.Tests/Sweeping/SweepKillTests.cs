using CrossbarSim.Simulator.Tests.Commands;
using CrossbarSim.Simulator.Tests.Surroundings;

namespace CrossbarSim.Simulator.Tests.Sweeping;

/// <summary>A sweep that is killed goes on to the bytes of one that never was.</summary>
public sealed class SweepKillTests : ScratchFolder
{
    private static readonly string[] Tables = ["results.csv", "epochs.csv"];

    [Fact]
    public void Killed_at_five_moments_and_resumed_in_other_ways_a_sweep_ends_in_the_same_bytes()
    {
        var sweep = SweepFiles.Write(Folder);
        Assert.Equal(0, Cli.Run("sweep", sweep, "-q", "--out", In("whole")).ExitCode);
        var random = new Random(5);
        var killed = 0;
        for (var trial = 0; trial < 5; trial++)
        {
            var folder = In($"killed-{trial}");
            killed += Kill(random.Next(SweepFiles.Points - 8), random.Next(40), folder, "sweep", sweep, "-q", "--out", folder);
            if (trial == 4) killed += Kill(random.Next(SweepFiles.Points), random.Next(40), folder, "sweep", "--resume",
                folder, "-q");
            var resumed = Cli.Run("sweep", "--resume", folder, "-q", "--threads", $"{1 + trial % 3}");
            Assert.True(resumed.ExitCode == 0, resumed.Errors);
            AssertSame(folder);
        }

        Assert.True(killed >= 3, $"only {killed} of 6 kills met a sweep that was still running");
    }

    [Fact]
    public void The_bytes_do_not_depend_on_threads()
    {
        var sweep = SweepFiles.Write(Folder);
        Assert.Equal(0, Cli.Run("sweep", sweep, "-q", "--out", In("whole"), "--threads", "1").ExitCode);
        Assert.Equal(0, Cli.Run("sweep", sweep, "-q", "--out", In("seven"), "--threads", "7").ExitCode);
        AssertSame(In("seven"));
    }

    [Fact]
    public void A_full_disk_ends_it_with_one_line_and_room_lets_it_go_on_to_the_same_bytes()
    {
        var sweep = SweepFiles.Write(Folder);
        Assert.Equal(0, Cli.Run("sweep", sweep, "-q", "--out", In("whole")).ExitCode);
        using var disk = SmallDisk.Mount(Directory.CreateDirectory(In("small")).FullName, kilobytes: 44);

        var full = Cli.Run("sweep", sweep, "-q", "--out", In("small/out"));
        Assert.Equal(1, full.ExitCode);
        Assert.Contains("error CBS0901: no space is left on the disk", full.Errors, StringComparison.Ordinal);

        disk.Grow(kilobytes: 1000);
        Assert.Equal(0, Cli.Run("sweep", "--resume", In("small/out"), "-q").ExitCode);
        AssertSame(In("small/out"));
    }

    // Waits until so many rows are there, then some milliseconds more.
    private static int Kill(int rows, int delay, string folder, params string[] arguments)
    {
        using var process = Cli.Start(arguments);
        while (!process.HasExited && Rows(Path.Combine(folder, "results.csv")) < rows) process.WaitForExit(2);
        process.WaitForExit(delay);
        if (process.HasExited) return 0;
        process.Kill();
        process.WaitForExit();
        return 1;
    }

    private static int Rows(string file)
    {
        try
        {
            return File.ReadAllText(file).Count(letter => letter == '\n') - 1;
        }
        catch (IOException)
        {
            return -1;
        }
    }

    private void AssertSame(string folder)
    {
        foreach (var table in Tables)
            Assert.Equal(File.ReadAllText(In($"whole/{table}")), File.ReadAllText(Path.Combine(folder, table)));
    }
}
