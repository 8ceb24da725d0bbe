using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Sweeping;

public sealed class SweepTests : ScratchFolder
{
    [Fact]
    public void Every_point_is_a_row_and_an_impossible_one_says_why()
    {
        var sweep = SweepFiles.Write(Folder);
        var result = Cli.Run("sweep", sweep, "-q", "--out", In("out"));
        Assert.True(result.ExitCode == 0, result.Errors);
        var rows = File.ReadAllLines(In("out/results.csv"));

        Assert.Equal(SweepFiles.Points + 1, rows.Length);
        Assert.StartsWith("index,identity,device.gmin,device.gmax,device.potentiation.a,rule,mapping.kind,seed,status,error,",
            rows[0],
            StringComparison.Ordinal);
        Assert.Equal(SweepFiles.Points / 4, rows.Count(row =>
            row.Contains(",impossible,CBS0201: device", StringComparison.Ordinal)));
        Assert.Equal(SweepFiles.Points * 3 / 4, rows.Count(row => row.Contains(",ok,,0.", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(0, SweepFiles.Points).Select(i => $"{i}"), rows.Skip(1).Select(row => row.Split(',')[0]));
        Assert.Equal(1 + SweepFiles.Points * 3 / 4 * 3, File.ReadAllLines(In("out/epochs.csv")).Length);
    }

    [Fact]
    public void The_plan_is_printed_with_the_identities_of_the_results()
    {
        var sweep = SweepFiles.Write(Folder);
        var plan = Cli.Run("sweep", sweep, "--dry-run").Output.Split('\n');
        Assert.Equal(0, Cli.Run("sweep", sweep, "-q", "--out", In("out")).ExitCode);

        Assert.Equal("index,identity,device.gmin,device.gmax,device.potentiation.a,rule,mapping.kind,seed,error", plan[0]);
        Assert.Equal(plan.Skip(1).Take(SweepFiles.Points).Select(row => row.Split(',')[1]),
            File.ReadAllLines(In("out/results.csv")).Skip(1).Select(row => row.Split(',')[1]));
    }

    [Fact]
    public void A_plan_in_a_file_is_not_written_over_by_what_follows()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs sh");
        var command = string.Join(' ', Cli.Command("sweep", SweepFiles.Write(Folder), "--dry-run").Select(word => $"'{word}'"));
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", $"{{ {command}; echo end; }} > '{In("plan.csv")}'"]);
        shell.WaitForExit();
        var lines = File.ReadAllLines(In("plan.csv"));
        Assert.Equal(SweepFiles.Points + 2, lines.Length);
        Assert.Equal("end", lines[^1]);
    }

    [Fact]
    public void An_extended_plan_keeps_what_is_finished_and_equals_a_new_sweep()
    {
        var (small, large) = (SweepFiles.Write(Folder), SweepFiles.Write(Folder, "[1, 2]", "[5, 2, 1]"));
        Assert.Equal(0, Cli.Run("sweep", small, "-q", "--out", In("grown")).ExitCode);
        Assert.Equal(0, Cli.Run("sweep", large, "-q", "--out", In("whole")).ExitCode);
        var extended = Cli.Run("sweep", large, "--extend", In("grown"));

        Assert.Equal(0, extended.ExitCode);
        Assert.Contains("64 points of", extended.Errors, StringComparison.Ordinal);
        Assert.Contains("96 points, 64 of them finished", extended.Errors, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(In("whole/results.csv")), File.ReadAllText(In("grown/results.csv")));
        Assert.Equal(File.ReadAllText(In("whole/epochs.csv")), File.ReadAllText(In("grown/epochs.csv")));
    }

    [Fact]
    public void Another_plan_or_a_folder_in_use_is_refused_with_what_to_do()
    {
        var (first, other) = (SweepFiles.Write(Folder), SweepFiles.Write(Folder, "[1, 2]", "[1, 3]"));
        Assert.Equal(0, Cli.Run("sweep", first, "-q", "--out", In("out")).ExitCode);

        AssertRefused("CBS0521", "--extend", "sweep", first, "--out", In("out"));
        AssertRefused("CBS1111", "--extend", "sweep", other, "--resume", In("out"));
        AssertRefused("CBS0523", "plan.json", "sweep", "--resume", Folder);
        File.WriteAllText(first, File.ReadAllText(first) + "\n# changed\n");
        AssertRefused("CBS1111", "line 10", "sweep", first, "--resume", In("out"));
        Assert.Equal(0, Cli.Run("sweep", "--resume", In("out"), "-q").ExitCode);

        using var held = Experiments.Results.RunLock.Take(In("out"), "resume");
        AssertRefused("CBS0522", $"process {Environment.ProcessId}", "sweep", "--resume", In("out"));
    }

    private static void AssertRefused(string code, string says, params string[] arguments)
    {
        var result = Cli.Run(arguments);
        Assert.Equal(3, result.ExitCode);
        Assert.Contains(code, result.Errors, StringComparison.Ordinal);
        Assert.Contains(says, result.Errors, StringComparison.Ordinal);
    }
}
