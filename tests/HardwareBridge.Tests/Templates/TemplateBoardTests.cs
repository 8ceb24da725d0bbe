using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Instruments;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Safety;
using CrossbarSim.HardwareBridge.Templates;

namespace CrossbarSim.HardwareBridge.Tests.Templates;

public sealed class TemplateBoardTests : IDisposable
{
    private static readonly CancellationToken None = EmulatedRig.Cancellation;

    private readonly PulseJournal _journal = PulseJournal.InMemory(TimeProvider.System);

    public static TheoryData<string> Kinds => ["scpi", "text"];

    public void Dispose() => _journal.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reads_are_those_of_the_devices_and_pulses_are_counted_exactly(string kind)
    {
        using var rig = Rig(kind, 4, 4);
        using var board = rig.ConnectArmed(_journal);
        Assert.Equal((kind, EmulatedRig.Serial), (board.Identity.Name, board.Identity.Serial));
        Assert.Equal(new PulseOutcome(9, 2, PulseStop.Done), board.Pulse([new(0, 0, 9), new(3, 1, -2)], None));
        Assert.Equal((new BoardTotals(9, 0), new BoardTotals(0, 2), new BoardTotals(9, 2)),
            (rig.Emulator.Array.Fired(new Cell(0, 0)), rig.Emulator.Array.Fired(new Cell(3, 1)), rig.Emulator.Array.Totals));
        Assert.All(board.Read(new CellBlock(0, 0, 4, 4), None), reading =>
            Assert.Equal(rig.Emulator.Array.Read(reading.Cell), reading.Conductance, 1e-11));
        Assert.Equal(new BoardTotals(9, 2), rig.Emulator.Array.Totals);
        rig.AssertAccounts(_journal);
    }

    [Fact]
    public void A_source_measure_unit_without_a_matrix_has_one_device()
    {
        var emulator = new ScpiEmulator(InstrumentRig.Devices(1, 1)) { HasMatrix = false };
        using var rig = new InstrumentRig(emulator, TemplateFiles.Scpi(1, 1));
        using var board = rig.ConnectArmed(_journal);
        Assert.Equal(3, board.Pulse([new(0, 0, 3)], None).Up);
        Assert.Equal(new BoardTotals(3, 0), emulator.Array.Totals);
        Assert.Contains("CBS1005", (TemplateFiles.Scpi(1, 1) with { Rows = 2 }).Check().Select(problem => problem.Code));
    }

    [Fact]
    public void Another_instrument_is_refused_before_anything_is_switched_on()
    {
        List<string> lines = [];
        using var rig = new InstrumentRig(
            new ScpiEmulator(InstrumentRig.Devices(4, 4)) { Model = "MODEL 6430" }, TemplateFiles.Scpi(4, 4))
        {
            OnOpen = server => server.Arriving = lines.Add,
        };
        Assert.Equal("CBS1304", Assert.Throws<BoardException>(() => rig.Connect(_journal)).Code);
        Assert.Equal(":OUTP OFF", Wait(lines, 2));
        Assert.Equal(["*IDN?", ":OUTP OFF"], lines);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Another_serial_number_than_the_file_says_is_refused(string kind)
    {
        using var rig = Rig(kind, 4, 4);
        rig.Options = rig.Options with { Serial = 7 };
        Assert.Equal("CBS1304", Assert.Throws<BoardException>(() => rig.Connect(_journal)).Code);
    }

    [Theory]
    [InlineData("scpi", ":OUTP OFF")]
    [InlineData("text", "OFF")]
    public void The_output_is_off_on_every_way_out(string kind, string off)
    {
        List<string> lines = [];
        using var rig = Rig(kind, 4, 4);
        rig.OnOpen = server => server.Arriving = lines.Add;
        var board = rig.ConnectArmed(_journal);
        board.Pulse([new(0, 0, 1)], None);
        lines.Clear();
        board.Stop();
        Assert.Equal(off, Wait(lines));
        Assert.Equal("CBS1409", Refusal(() => board.Pulse([new(0, 0, 1)], None)));
        lines.Clear();
        board.Dispose();
        Assert.Equal(off, Wait(lines));
    }

    // An error while a pulse is set up: it was never fired, and none is in doubt.
    [Fact]
    public void An_error_before_the_pulse_is_no_doubt()
    {
        using var rig = Rig("scpi", 4, 4);
        var options = TemplateFiles.Scpi(4, 4);
        rig.Options = options with
        {
            Commands = options.Commands with { Prepare = [.. options.Commands.Prepare, new() { Send = ":NONSENSE {voltage}" }] },
        };
        using var board = rig.ConnectArmed(_journal);
        var refused = Assert.Throws<BoardException>(() => board.Pulse([new(0, 0, 1)], None));
        Assert.Equal("CBS1306", refused.Code);
        Assert.Contains("-113", refused.Message, StringComparison.Ordinal);
        Assert.Equal(default, rig.Emulator.Array.Totals);
        Assert.Empty(_journal.State.Ledger.Uncertain);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_lost_acknowledgement_is_a_doubt_of_one_cell_which_is_read(string kind)
    {
        using var rig = Rig(kind, 4, 4);
        var isLost = false;
        rig.OnOpen = server => server.Answering = line =>
        {
            if (isLost || !IsPulse(kind, line)) return;
            isLost = true;
            server.Dispose();
        };
        using var board = rig.ConnectArmed(_journal);
        isLost = false;
        var doubt = Assert.Throws<PulseInDoubtException>(() => board.Pulse([new(1, 2, 1), new(0, 0, 1)], None));
        Assert.Equal(new Cell(1, 2), doubt.Cell);
        Assert.Equal(rig.Emulator.Array.Read(doubt.Cell), doubt.Reading!.Value.Conductance, 1e-11);
        Assert.Equal([doubt.Cell], _journal.State.Ledger.Uncertain);
        Assert.Equal(new BoardTotals(1, 0), rig.Emulator.Array.Totals);
        Assert.Equal(1, board.Pulse([new(0, 0, 1)], None).Up);
        rig.AssertAccounts(_journal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void On_a_bad_line_every_pulse_is_counted_refused_or_in_doubt(string kind)
    {
        var bad = new FaultOptions { DropRequests = 0.003, DropReplies = 0.003, Truncate = 0.003, Seed = 5 };
        using var rig = Rig(kind, 4, 4, bad);
        using var board = rig.ConnectArmed(_journal);
        var (doubts, refused) = (0, 0);
        for (var k = 0; k < 60; k++)
            try
            {
                board.Pulse([new(k / 4 % 4, k % 4, 1)], None);
            }
            catch (PulseInDoubtException)
            {
                doubts++;
            }
            catch (BoardException)
            {
                refused++;
            }

        Assert.Equal(60, board.Totals.Up + doubts + refused);
        Assert.Equal(doubts, _journal.State.UncertainCommands);
        rig.AssertAccounts(_journal);
    }

    [Fact]
    public void A_tester_that_clamps_is_found_out()
    {
        using var rig = new InstrumentRig(new Clamping(new TextEmulator(InstrumentRig.Devices(4, 4))), TemplateFiles.Text(4, 4));
        using var board = rig.ConnectArmed(_journal);
        board.Pulse([new(0, 0, 1)], None);
        var doubt = Assert.Throws<PulseInDoubtException>(() => board.Pulse([new(0, 0, -1)], None));
        Assert.Contains("-1.1 was asked for (volts)", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_boards_work_on_a_pseudo_terminal()
    {
        Assert.SkipUnless(PseudoTerminal.IsSupported, "pseudo-terminals are a thing of Linux and macOS");
        using var terminal = PseudoTerminal.Open();
        var emulator = new TextEmulator(InstrumentRig.Devices(4, 4));
        using var server = new InstrumentServer(emulator, terminal.Board);
        using var open = OpenBoard.Open(TemplateFiles.Text(4, 4) with { Port = terminal.Path }, null, TimeProvider.System);
        open.Board.Arm(EmulatedRig.Serial);
        Assert.Equal(2, open.Board.Pulse([new(1, 1, 2)], None).Up);
        Assert.Equal(new BoardTotals(2, 0), emulator.Array.Totals);
        Assert.Equal("CBS1304", Assert.Throws<BoardException>(() => open.Link).Code);
    }

    [Theory]
    [InlineData("PULSE {volts}", "^OK$", "commands.fire.0.send")]
    [InlineData("PULSE\n{voltage}", "^OK$", "commands.fire.0.send")]
    [InlineData("PULSE", "(", "commands.fire.0.reply")]
    [InlineData("PULSE", null, "commands.fire")]
    public void Templates_are_checked_before_anything_is_sent(string send, string? reply, string path)
    {
        var board = TemplateFiles.Text(4, 4);
        var wrong = board with { Commands = board.Commands with { Fire = [new() { Send = send, Reply = reply }] } };
        var problem = Assert.Single(wrong.Check());
        Assert.Equal(("CBS1008", path), (problem.Code, problem.Path));
    }

    [Fact]
    public void A_scpi_unit_needs_its_identity_and_its_error_queue()
    {
        var board = TemplateFiles.Scpi(4, 4);
        var wrong = board with { Commands = board.Commands with { Identify = null, Error = null } };
        Assert.Equal(["commands.identify", "commands.error"], wrong.Check().Select(problem => problem.Path));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ten_thousand_odd_lines_and_answers_break_nothing(string kind)
    {
        var emulator = Emulator(kind, 4, 4);
        var pattern = new ReplyPattern(@"^(?<volts>\S+)[ ,](?<amperes>\S+)( (?<serial>\d+))?$");
        var numbers = new RandomNumbers(13, StreamKind.Fuzz);
        var words = ("ID SELECT PULSE READ OFF *IDN? READ? SOUR:VOLT SOUR:VOLT? SOUR:CLE:AUTO ROUT:CLOS (@1!2) (@9999!0) "
            + "SYST:ERR? *RST : ( ) 1e999 nan -1 0 5 1.2 1,2 \u00ff END 1 1 1 ON").Split(' ');
        for (uint k = 0; k < 10_000; k++)
        {
            var count = numbers.Below(6, k);
            var line = string.Join(' ',
                Enumerable.Range(1, count).Select(n => words[numbers.Below(words.Length, k, (uint)n)]));
            emulator.Accept(line);
            if (pattern.IsMatch(line)) Assert.False(pattern.Conductance(line, 0.2) is { } value && !double.IsFinite(value));
            _ = (pattern.Serial(line), pattern.Told(line, "volts"), TemplateText.Names(line).Count());
        }
    }

    private static bool IsPulse(string kind, string line) =>
        kind == "text" ? line.StartsWith("PULSE", StringComparison.Ordinal) : line == ":READ?";

    private static string Refusal(Action action) => Assert.Throws<SafetyLimitException>(action).Problem.Code;

    private static string Wait(List<string> lines, int count = 1)
    {
        for (var k = 0; k < 500 && lines.Count < count; k++) Thread.Sleep(1);
        return lines[count - 1];
    }

    private static IEmulatedInstrument Emulator(string kind, int rows, int columns) => kind == "text"
        ? new TextEmulator(InstrumentRig.Devices(rows, columns)) : new ScpiEmulator(InstrumentRig.Devices(rows, columns));

    private static InstrumentRig Rig(string kind, int rows, int columns, FaultOptions? faults = null) => new(
        Emulator(kind, rows, columns),
        kind == "text" ? TemplateFiles.Text(rows, columns) : TemplateFiles.Scpi(rows, columns), faults);

    /// <summary>Makes 0 V of what is negative, as a tester without a polarity pin does.</summary>
    private sealed class Clamping(TextEmulator board) : IEmulatedInstrument
    {
        public SimulatedArray Array => board.Array;

        public byte[] Accept(string line) => board.Accept(line.Replace("PULSE -1.1", "PULSE 0", StringComparison.Ordinal));

        public void Reboot() => board.Reboot();
    }
}
