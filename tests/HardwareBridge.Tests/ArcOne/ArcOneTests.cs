using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.ArcOne;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Instruments;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Tests.ArcOne;

public sealed class ArcOneTests : IDisposable
{
    private static readonly CancellationToken None = EmulatedRig.Cancellation;

    private readonly PulseJournal _journal = PulseJournal.InMemory(TimeProvider.System);

    public void Dispose() => _journal.Dispose();

    [Theory]
    [InlineData(true, 107)]
    [InlineData(false, 0)]
    public void A_board_is_known_by_its_version_or_without_one(bool knows, int version)
    {
        using var rig = new InstrumentRig(
            new ArcOneEmulator(InstrumentRig.Devices(4, 4)) { KnowsVersion = knows }, InstrumentRig.ArcOneOptions(4, 4));
        using var board = rig.Connect(_journal);
        Assert.Equal(("arc-one", EmulatedRig.Serial, version),
            (board.Identity.Name, board.Identity.Serial, board.Identity.Firmware));
        Assert.Equal((2, 90e-9, 2), (board.Limits.PositiveVoltage, board.Limits.ShortestWidth, board.Limits.ReadVoltage));
    }

    [Theory]
    [InlineData(0, 0, 8, 8)]
    [InlineData(3, 5, 1, 1)]
    [InlineData(1, 2, 5, 6)]
    public void Reads_of_all_of_one_and_of_a_list_are_those_of_the_devices(int row, int column, int rows, int columns)
    {
        using var rig = InstrumentRig.ArcOne();
        using var board = rig.ConnectArmed(_journal);
        board.Pulse([new(1, 2, 7), new(3, 5, 20), new(7, 7, 3)], None);
        var readings = board.Read(new CellBlock(row, column, rows, columns), None);
        Assert.Equal(rows * columns, readings.Count);
        Assert.All(readings, reading =>
            Assert.Equal((double)(float)(1 / rig.Emulator.Array.Read(reading.Cell)), 1 / reading.Conductance, 1e-6));
    }

    [Fact]
    public void Pulses_are_counted_exactly_and_moves_are_those_of_the_law()
    {
        using var rig = InstrumentRig.ArcOne();
        using var board = rig.ConnectArmed(_journal);
        Assert.Equal(new PulseOutcome(5, 2, PulseStop.Done), board.Pulse([new(0, 0, 5), new(7, 3, -2)], None));
        var signs = new SignBlock(new CellBlock(2, 2, 1, 3), [1, 0, -1]);
        Assert.Equal(new PulseOutcome(1, 1, PulseStop.Done), board.Pulse(signs, None));
        Assert.Equal((new BoardTotals(5, 0), new BoardTotals(0, 2)),
            (rig.Emulator.Array.Fired(new Cell(0, 0)), rig.Emulator.Array.Fired(new Cell(7, 3))));
        Assert.Equal((rig.Emulator.Array.Totals, new BoardTotals(6, 3)), (board.Totals, board.Totals));
        Assert.Empty(_journal.State.Ledger.Uncertain);
    }

    [Fact]
    public void Tokens_have_exponents_a_point_and_lines_from_1()
    {
        using var rig = InstrumentRig.ArcOne();
        List<string> tokens = [];
        rig.Options = InstrumentRig.ArcOneOptions(8, 8) with
        {
            Pulses = new PulsePairOptions
            {
                Set = new PulseOptions { Voltage = 1.5, Width = 90e-9 },
                Reset = new PulseOptions { Voltage = -1.25, Width = 1.5e-6 },
            },
        };
        rig.OnOpen = server => server.Arriving = tokens.Add;
        using var board = rig.ConnectArmed(_journal);
        tokens.Clear();
        board.Pulse([new(4, 6, 1), new(0, 7, -1)], None);
        Assert.Equal("3 5 7 1.50000000e+00 9.00000000e-08 3 1 8 -1.25000000e+00 1.50000000e-06".Split(' '), tokens);
    }

    [Fact]
    public void A_negative_read_voltage_takes_the_mode_that_it_needs()
    {
        using var rig = InstrumentRig.ArcOne();
        List<string> tokens = [];
        rig.Options = rig.Options with { Read = new ReadOptions { Voltage = -0.2, Samples = 50 }, Bias = BiasScheme.Half };
        rig.OnOpen = server => server.Arriving = tokens.Add;
        using var board = rig.Connect(_journal);
        Assert.Equal(["0", "50", "8", "8", "3", "0", "1", "-2.00000000e-01", "01", "3", "-2.00000000e-01"],
            tokens.SkipWhile(token => token == "00").Take(11));
    }

    [Fact]
    public void Nothing_is_sent_for_what_exceeds_a_limit()
    {
        using var rig = InstrumentRig.ArcOne();
        List<string> tokens = [];
        using var board = rig.ConnectArmed(_journal);
        rig.OnOpen = server => server.Arriving = tokens.Add;
        Assert.Equal("CBS1407", Refusal(() => board.Pulse([new(8, 0, 1)], None)));
        Assert.Equal("CBS1407", Refusal(() => board.Read(new CellBlock(0, 0, 9, 1), None)));
        Assert.Equal("CBS1406", Refusal(() => board.Pulse([new(0, 0, 100_001)], None)));
        Assert.Equal("CBS1409", Refusal(() => board.Arm(5)));
        Assert.Equal("CBS1410", Refusal(() => board.Arm(EmulatedRig.Serial, forming: true)));
        Assert.Empty(tokens);
        Assert.Throws<ArgumentOutOfRangeException>(() => ArcOneText.Volts(12.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArcOneText.Volts(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArcOneText.Seconds(80e-9));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArcOneText.Line(32));
        Assert.Throws<ArgumentOutOfRangeException>(() => ArcOneText.Line(-1));
    }

    [Fact]
    public void Pulses_beyond_the_board_are_refused_when_it_is_connected()
    {
        using var rig = InstrumentRig.ArcOne();
        rig.Options = rig.Options with
        {
            Limits = new LimitOptions { Voltage = 20, Width = 1e-3 },
            Pulses = rig.Options.Pulses with { Set = new PulseOptions { Voltage = 12.5, Width = 1e-6 } },
        };
        Assert.Equal("CBS1401", Refusal(() => rig.Connect(_journal)));
        Assert.Equal(default, rig.Emulator.Array.Totals);
    }

    [Fact]
    public void Tokens_are_at_least_a_millisecond_apart()
    {
        using var rig = InstrumentRig.ArcOne();
        using var board = rig.ConnectArmed(_journal);
        var since = TimeProvider.System.GetTimestamp();
        board.Pulse([new(0, 0, 20)], None);
        Assert.True(TimeProvider.System.GetElapsedTime(since) >= TimeSpan.FromMilliseconds(99), "100 tokens in less than 99 ms");
    }

    // A token of every place in turn is lost: the job never ends, and what it was filled up with fires nothing elsewhere.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_lost_token_leaves_one_cell_in_doubt_which_is_read_and_never_pulsed_again(int lost)
    {
        var emulator = new Lossy(new ArcOneEmulator(InstrumentRig.Devices(8, 8)));
        using var rig = new InstrumentRig(emulator, InstrumentRig.ArcOneOptions(8, 8));
        using var board = rig.ConnectArmed(_journal);
        board.Pulse([new(2, 2, 3)], None);
        emulator.Lose = lost;
        var doubt = Assert.Throws<PulseInDoubtException>(() => board.Pulse([new(2, 2, 1), new(3, 4, 1)], None));
        Assert.Equal(("CBS1315", new Cell(2, 2), default), (doubt.Code, doubt.Cell, doubt.Fired));
        Assert.Equal(rig.Emulator.Array.Read(doubt.Cell), doubt.Reading!.Value.Conductance, 1e-10);
        Assert.Equal([new Cell(2, 2)], _journal.State.Ledger.Uncertain);
        Assert.Equal(new BoardTotals(3, 0), rig.Emulator.Array.Totals);
        Assert.Equal(1, board.Reconnected);
        Assert.Equal(1, board.Pulse([new(3, 4, 1)], None).Up);
        rig.AssertAccounts(_journal);
    }

    [Fact]
    public void A_lost_byte_of_the_answer_is_a_doubt_although_the_pulse_was_fired()
    {
        var emulator = new Lossy(new ArcOneEmulator(InstrumentRig.Devices(8, 8)));
        using var rig = new InstrumentRig(emulator, InstrumentRig.ArcOneOptions(8, 8));
        using var board = rig.ConnectArmed(_journal);
        emulator.Cut = 1;
        var doubt = Assert.Throws<PulseInDoubtException>(() => board.Pulse([new(1, 1, 1)], None));
        Assert.Equal(new Cell(1, 1), doubt.Cell);
        Assert.Equal(new BoardTotals(1, 0), emulator.Array.Totals);
        Assert.Equal((0L, 1L), (_journal.State.Ledger[doubt.Cell].Up, _journal.State.Ledger[doubt.Cell].Doubtful));
        rig.AssertAccounts(_journal);
    }

    [Fact]
    public void On_a_bad_line_every_pulse_is_counted_or_the_one_in_doubt()
    {
        var bad = new FaultOptions { DropRequests = 0.002, Truncate = 0.02, DropReplies = 0.01, Seed = 3 };
        using var rig = InstrumentRig.ArcOne(faults: bad);
        using var board = rig.ConnectArmed(_journal);
        var (doubts, numbers) = (0, new RandomNumbers(11, StreamKind.Fuzz));
        for (uint k = 0; k < 150; k++)
        {
            var cell = new Cell(numbers.Below(8, k, 0), numbers.Below(8, k, 1));
            try
            {
                board.Pulse([new(cell.Row, cell.Column, numbers.Below(2, k, 2) == 0 ? 1 : -1)], None);
            }
            catch (PulseInDoubtException doubt)
            {
                Assert.Equal(cell, doubt.Cell);
                Assert.NotNull(doubt.Reading);
                doubts++;
            }
        }

        Assert.Equal(_journal.State.UncertainCommands, doubts);
        Assert.True(doubts > 0);
        Assert.Equal(150, board.Totals.Up + board.Totals.Down + doubts);
        rig.AssertAccounts(_journal);
    }

    [Fact]
    public void Bytes_that_nothing_asked_for_stop_a_pulse_before_it_is_sent()
    {
        var emulator = new Lossy(new ArcOneEmulator(InstrumentRig.Devices(8, 8)));
        using var rig = new InstrumentRig(emulator, InstrumentRig.ArcOneOptions(8, 8));
        using var board = rig.ConnectArmed(_journal);
        emulator.Extra = 2;
        board.Pulse([new(1, 1, 1)], None);
        Assert.Equal("CBS1307", Assert.Throws<BoardException>(() => board.Pulse([new(1, 1, 1)], None)).Code);
        Assert.Equal(new BoardTotals(1, 0), emulator.Array.Totals);
        Assert.Empty(_journal.State.Ledger.Uncertain);
        Assert.Equal(1, board.Pulse([new(1, 1, 1)], None).Up);
    }

    [Fact]
    public void Stop_ends_a_call_and_disarms()
    {
        using var rig = InstrumentRig.ArcOne();
        using var board = rig.ConnectArmed(_journal);
        var seen = 0;
        var work = Task.Run(() => board.Pulse([new(0, 0, 1_000)], None), None);
        while (rig.Emulator.Array.Totals.Up < 5 && seen++ < 1_000) Thread.Sleep(1);
        board.Stop();
#pragma warning disable xUnit1031 // The call must have ended; nothing else is to be awaited.
        var outcome = work.Result;
#pragma warning restore xUnit1031
        Assert.Equal(PulseStop.Aborted, outcome.Stop);
        Assert.Equal(outcome.Up, rig.Emulator.Array.Totals.Up);
        Assert.Equal("CBS1409", Refusal(() => board.Pulse([new(0, 0, 1)], None)));
        Assert.Single(board.Read(new CellBlock(0, 0, 1, 1), None));
    }

    [Fact]
    public void A_journal_of_another_board_is_refused()
    {
        using var rig = InstrumentRig.ArcOne();
        rig.Connect(_journal).Dispose();
        rig.Options = rig.Options with { Serial = 5 };
        Assert.Equal("CBS1308", Assert.Throws<BoardException>(() => rig.Connect(_journal)).Code);
    }

    [Fact]
    public void A_board_that_never_answers_is_refused()
    {
        using var rig = InstrumentRig.ArcOne(faults: new FaultOptions { DropReplies = 1 });
        Assert.Equal("CBS1301", Assert.Throws<BoardException>(() => rig.Connect(_journal)).Code);
    }

    [Fact]
    public void Ten_thousand_odd_tokens_never_break_the_emulator()
    {
        var board = new ArcOneEmulator(InstrumentRig.Devices(4, 4));
        var words = "00 0 01 02 04 1 2 3 999 -1 1e999 nan x 4 1.2 1e-6 \uFFFD  ".Split(' ');
        var numbers = new RandomNumbers(7, StreamKind.Fuzz);
        for (uint k = 0; k < 10_000; k++) board.Accept(words[numbers.Below(words.Length, k)]);
        board.Reboot();
        foreach (var token in "0 1 4 4 2 0 0 0.2".Split(' ').SkipLast(1)) Assert.Empty(board.Accept(token));
        Assert.Equal("1\n"u8.ToArray(), board.Accept("0.2"));
    }

    // Random answers: a driver may refuse, time out or read nonsense numbers, but never breaks or fires.
    [Fact]
    public void Ten_thousand_odd_answers_never_break_the_driver()
    {
        var numbers = new RandomNumbers(8, StreamKind.Fuzz);
        for (uint k = 0; k < 10_000; k++)
        {
            var bytes = Enumerable.Range(0, numbers.Below(12, k)).Select(n => (byte)numbers.Below(256, k, (uint)n + 1)).ToArray();
            var (host, inner) = CrossbarSim.HardwareBridge.Transport.PipeTransport.Pair();
            inner.Write(bytes);
            using var line = new InstrumentLine(host);
            try
            {
                if (k % 2 == 0) line.ReadText(TimeSpan.Zero);
                else line.ReadBytes(4, TimeSpan.Zero);
                line.RequireSilence();
            }
            catch (BoardException cause)
            {
                Assert.Contains(cause.Code, new[] { "CBS1303", "CBS1307" });
            }
        }
    }

    private static string Refusal(Action action) => Assert.Throws<SafetyLimitException>(action).Problem.Code;

    /// <summary>Loses one token of the next pulse.</summary>
    private sealed class Lossy(ArcOneEmulator board) : IEmulatedInstrument
    {
        private int _at = -1;

        public int Lose { get; set; } = -1;

        public SimulatedArray Array => board.Array;

        /// <summary>Bytes that the next answer loses.</summary>
        public int Cut { get; set; }

        /// <summary>Bytes that come after the next answer.</summary>
        public int Extra { get; set; }

        public byte[] Accept(string line)
        {
            var answer = Lossless(line);
            if (answer.Length == 0) return answer;
            answer = [.. answer[Cut..], .. new byte[Extra]];
            (Cut, Extra) = (0, 0);
            return answer;
        }

        private byte[] Lossless(string line)
        {
            if (Lose >= 0 && line == "3" && _at < 0) _at = 0;
            if (_at < 0 || Lose < 0) return board.Accept(line);
            if (_at++ != Lose) return board.Accept(line);
            (_at, Lose) = (-1, -1);
            return [];
        }

        public void Reboot() => board.Reboot();
    }
}
