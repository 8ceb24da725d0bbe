using System.Text.Json;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.Simulator.Tests.Commands;

namespace CrossbarSim.Simulator.Tests.Boards;

public sealed class BoardTests : ScratchFolder
{
    [Fact]
    public void Pulses_are_fired_once_read_before_and_after_and_written_down()
    {
        using var rig = new BoardRig(In("."));
        var result = rig.Pulse("--cells", "3,5;0,0..1", "--direction", "up", "--count", "20", "--json");
        Assert.True(result.ExitCode == 0, result.Errors);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(60, json.RootElement.GetProperty("up").GetInt32());
        var cell = json.RootElement.GetProperty("cells")[0];
        Assert.True(cell.GetProperty("after_siemens").GetDouble() > 5 * cell.GetProperty("before_siemens").GetDouble());
        Assert.Equal((20, 60), (rig.Emulator.Array.Fired(new Cell(3, 5)).Up, rig.Emulator.Array.Totals.Up));

        var journal = rig.Run("journal", "--out", In("fired.csv"), "--cells", "3,5");
        Assert.Contains("done    +40 -0", journal.Output, StringComparison.Ordinal);
        Assert.Equal(2, File.ReadAllLines(In("fired.csv")).Length);
        Assert.Contains("64 cells compared, 0 differ", rig.Run("journal", "--check").Output, StringComparison.Ordinal);
        Assert.Contains("3    5       20  0", rig.Run("journal", "--totals").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CBS1409", "--cells", "1,1", "--direction", "up")]
    [InlineData("CBS1409", "--cells", "1,1", "--direction", "up", "--arm", "--serial", "7")]
    [InlineData("CBS1405", "--cells", "1,1", "--direction", "up", "--count", "41", "--arm", "--serial", "1001")]
    [InlineData("CBS1407", "--cells", "8,1", "--direction", "up", "--arm", "--serial", "1001")]
    [InlineData("CBS1405", "--cells", "1,1", "--direction", "up", "--count", "41", "--dry-run")]
    public void What_is_not_allowed_is_refused_as_a_whole(string code, params string[] arguments)
    {
        using var rig = new BoardRig(In("."));
        var result = rig.Run("pulse", arguments);
        Assert.Equal(5, result.ExitCode);
        Assert.StartsWith($"error {code}: ", result.Errors, StringComparison.Ordinal);
        Assert.Equal(default, rig.Emulator.Array.Totals);
    }

    [Fact]
    public void A_dry_run_opens_nothing_and_prints_every_frame()
    {
        using var rig = new BoardRig(In("."));
        rig.Unplug();
        var result = rig.Run("pulse", "--cells", "1,1", "--direction", "down", "--count", "3", "--dry-run");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("PulseList: 1,1:-3 [", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(In("mine.journal")));
    }

    [Fact]
    public void A_budget_lasts_over_sessions()
    {
        using var rig = new BoardRig(In("."));
        for (var k = 0; k < 2; k++) Assert.Equal(0, rig.Pulse("--cells", "1,1", "--direction", "up", "--count", "40").ExitCode);
        var result = rig.Pulse("--cells", "1,1", "--direction", "up", "--count", "21");
        Assert.Equal(5, result.ExitCode);
        Assert.Contains("CBS1406", result.Errors, StringComparison.Ordinal);
        Assert.Equal(80, rig.Emulator.Array.Totals.Up);
    }

    [Fact]
    public void Readings_are_a_table_a_picture_and_a_csv()
    {
        using var rig = new BoardRig(In("."));
        var result = rig.Run("read", "--times", "3", "--out", In("reading"));
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(65, File.ReadAllLines(In("reading/cells.csv")).Length);
        Assert.True(File.Exists(In("reading/map.png")) && File.Exists(In("reading/map.svg")));
        Assert.Contains("beyond range", rig.Run("read", "--cells", "7,7").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_alone_is_greeted_and_stopped_and_nothing_else()
    {
        using var rig = new BoardRig(In("."));
        Assert.Contains("serial number 1001", Cli.Run("board", "info", rig.Port).Output, StringComparison.Ordinal);
        Assert.Equal(0, Cli.Run("board", "stop", rig.Port).ExitCode);
        var refused = Cli.Run("board", "read", rig.Port);
        Assert.Equal(4, refused.ExitCode);
        Assert.StartsWith("error CBS1310: ", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absent_board_is_told_and_leaves_no_journal()
    {
        using var rig = new BoardRig(In("."));
        rig.Unplug();
        var result = rig.Run("info");
        Assert.Equal(4, result.ExitCode);
        Assert.StartsWith("error CBS1301: ", result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(In("mine.journal")));
    }

    [Fact]
    public void A_file_that_is_no_journal_is_left_as_it_is()
    {
        using var rig = new BoardRig(In("."));
        File.WriteAllText(In("notes.txt"), "mine\n");
        var result = rig.Run("info", "--journal", In("notes.txt"));
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("CBS1309", result.Errors, StringComparison.Ordinal);
        Assert.Equal("mine\n", File.ReadAllText(In("notes.txt")));
    }

    [Fact]
    public void A_port_in_use_names_its_process()
    {
        using var rig = new BoardRig(In("."));
        using (ProcessLock.Take(rig.Port))
        {
            var result = rig.Run("info");
            Assert.Equal(4, result.ExitCode);
            Assert.Contains(
                FormattableString.Invariant($"in use by process {Environment.ProcessId}"), result.Errors,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_self_test_finds_a_short_and_measures_a_resistor()
    {
        using var rig = new BoardRig(In("."));
        var result = rig.Run("selftest", "--resistor", "0,0=1 MOhm");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("short cells     FAILED  1 beyond the range: 7,7", result.Output, StringComparison.Ordinal);
        Assert.Contains("known resistor  ok", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calibration_corrects_what_the_board_file_that_names_it_reads()
    {
        using var rig = new BoardRig(In("."));
        rig.Pulse("--cells", "1,1", "--direction", "up", "--count", "20");

        // The cells have 1 uS and 10.8 uS, so this board reads half of what it should.
        string[] known = ["--known", "0,0=500 kOhm", "--known", "1,1=46.296296 kOhm", "--out", In("calibration.json")];
        var result = rig.Run("calibrate", known);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(0.5, Gain(), 3);
        File.AppendAllText(rig.File, "\ncalibration: { file: calibration.json }\n");
        using var json = JsonDocument.Parse(rig.Run("read", "--cells", "1,1", "--json").Output);
        Assert.Equal(21.6e-6, json.RootElement.GetProperty("cells")[0].GetProperty("mean_siemens").GetDouble(), 8);
        Assert.True(rig.Run("calibrate", known).ExitCode == 0);
        Assert.Equal(0.5, Gain(), 3);
    }

    private double Gain()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(In("calibration.json")));
        return json.RootElement.GetProperty("gain").GetDouble();
    }

    [Theory]
    [InlineData(4, "CBS1313", "0,0=500 kOhm", "0,1=500 kOhm")]
    [InlineData(5, "CBS1407", "0,0=500 kOhm", "8,1=open")]
    [InlineData(2, "\"0,1=open\"", "0,0=500 kOhm", "0,1=shut")]
    public void What_determines_no_calibration_writes_none(int exitCode, string says, string first, string second)
    {
        using var rig = new BoardRig(In("."));
        var result = rig.Run("calibrate", "--known", first, "--known", second, "--out", In("calibration.json"));
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(says, result.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(In("calibration.json")));
    }

    [Fact]
    public void Forming_has_a_budget_and_an_arming_of_its_own()
    {
        using var rig = new BoardRig(
            In("."), canForm: true, "pulses_per_cell: 100, pulses_per_call: 40, budgets: { forming: 30 }");
        string[] ramp = ["--cell", "1,1", "--from", "0.5 V", "--to", "1.5 V", "--step", "50 mV", "--width", "1 us",
            "--compliance", "50 uA", "--target", "2 uS"];
        Assert.Contains("CBS1410", rig.Run("form", [.. ramp, "--serial", "1001"]).Errors, StringComparison.Ordinal);
        var result = rig.Run("form", [.. ramp, "--arm-forming", "--serial", "1001"]);
        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Contains("formed", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1;1", null)]
    [InlineData("-1,1", null)]
    [InlineData("3..1,0", null)]
    [InlineData("70000,0", null)]
    [InlineData("1,2", 1)]
    [InlineData("0..3, 2 ; 1,2", 5)]
    public void Cells_are_read_as_they_are_typed(string text, int? cells) =>
        Assert.Equal(cells, Simulator.Boards.CellText.Parse(text)?.Sum(block => block.Count));
}
