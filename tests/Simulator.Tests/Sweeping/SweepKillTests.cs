using CrossbarSim.Simulator.Tests.Commands;

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
