using System.Diagnostics;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Boards;

/// <summary>Long programmings, and how they end before their time.</summary>
public sealed class BoardRunTests : ScratchFolder
{
    private const string Slow = "pulses_per_cell: 1000, pulses_per_call: 20, pulses_per_second: 200";

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public void A_signal_grounds_the_lines_and_resume_goes_on(string signal)
    {
        using var rig = new BoardRig(In("."), limits: Slow);
        WritePlan();
        using (var run = Cli.Start("board", "pulse", rig.File, "--plan", In("plan.csv"), "--arm", "--serial", BoardRig.Serial))
        {
            WaitForPulses(rig);
            Process.Start("kill", [signal, FormattableString.Invariant($"{run.Id}")]).WaitForExit();
            var errors = run.StandardError.ReadToEnd();
            run.WaitForExit();
            Assert.Equal(130, run.ExitCode);
            Assert.Contains("'board pulse --resume' goes on", errors, StringComparison.Ordinal);
        }

        Assert.Contains("pulses            not armed", rig.Run("info").Output, StringComparison.Ordinal);
        GoesOn(rig);
    }

    [Fact]
    public void Stop_from_another_process_stops_it()
    {
        using var rig = new BoardRig(In("."), limits: Slow);
        WritePlan();
        using var run = Cli.Start("board", "pulse", rig.File, "--plan", In("plan.csv"), "--arm", "--serial", BoardRig.Serial);
        WaitForPulses(rig);
        Assert.Equal(0, rig.Run("stop").ExitCode);
        run.WaitForExit();
        Assert.Equal(130, run.ExitCode);
        GoesOn(rig);
    }

    [Fact]
    public void Other_pulses_wait_until_a_plan_is_done_or_given_up()
    {
        using var rig = new BoardRig(In("."), limits: Slow);
        WritePlan();
        using (var run = Cli.Start("board", "pulse", rig.File, "--plan", In("plan.csv"), "--arm", "--serial", BoardRig.Serial))
        {
            WaitForPulses(rig);
            run.Kill();
            run.WaitForExit();
        }

        var refused = rig.Pulse("--cells", "1,1", "--direction", "up");
        Assert.Equal(4, refused.ExitCode);
        Assert.Contains("CBS1312", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("given up: ", rig.Run("pulse", "--abandon").Output, StringComparison.Ordinal);
        Assert.Equal(0, rig.Pulse("--cells", "1,1", "--direction", "up").ExitCode);
    }

    private void WritePlan() => File.WriteAllLines(In("plan.csv"),
        Enumerable.Range(0, 64).Select(k => FormattableString.Invariant($"{k / 8},{k % 8},5")).Prepend("row,column,pulses"));

    private static void WaitForPulses(BoardRig rig)
    {
        var started = Stopwatch.StartNew();
        while (rig.Emulator.Array.Totals.Up == 0 && started.Elapsed < TimeSpan.FromSeconds(30)) Thread.Sleep(10);
        Assert.InRange(rig.Emulator.Array.Totals.Up, 1, 319);
    }

    private static void GoesOn(BoardRig rig)
    {
        Assert.Equal(0, rig.Pulse("--resume").ExitCode);
        Assert.Equal(320, rig.Emulator.Array.Totals.Up);
        Assert.All(Enumerable.Range(0, 64), k => Assert.Equal(5, rig.Emulator.Array.Fired(new(k / 8, k % 8)).Up));
    }
}
