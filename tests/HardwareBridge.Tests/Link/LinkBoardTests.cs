using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Tests.Link;

public sealed class LinkBoardTests : IDisposable
{
    private static readonly LinkTiming Impatient =
        new() { BootPatience = TimeSpan.FromMilliseconds(300), ReconnectPatience = TimeSpan.FromMilliseconds(200) };

    private readonly PulseJournal _journal = PulseJournal.InMemory(TimeProvider.System);

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void A_board_says_who_it_is()
    {
        using var rig = new EmulatedRig(5, 7);
        using var board = rig.Connect(_journal);
        Assert.Equal(("emulated", EmulatedRig.Serial, 5, 7),
            (board.Identity.Name, board.Identity.Serial, board.Identity.Rows, board.Identity.Columns));
        Assert.True(board.Identity.Can(BoardCapabilities.Simulated | BoardCapabilities.CellTotals));
        Assert.Equal((2, 2, 10e-6), (board.Limits.PositiveVoltage, board.Limits.NegativeVoltage, board.Limits.LongestWidth));
    }

    [Fact]
    public void A_board_of_another_size_is_refused()
    {
        using var rig = new EmulatedRig(5, 7);
        rig.Options = rig.Options with { Rows = 6 };
        Assert.Contains("5 x 7", Assert.Throws<BoardException>(() => rig.Connect(_journal)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_board_with_another_serial_number_than_the_file_says_is_refused()
    {
        using var rig = new EmulatedRig();
        rig.Options = rig.Options with { Serial = 5 };
        Assert.Equal("CBS1304", Assert.Throws<BoardException>(() => rig.Connect(_journal)).Code);
    }

    [Fact]
    public void Nothing_is_fired_before_the_board_is_armed_with_its_serial_number()
    {
        using var rig = new EmulatedRig();
        using var board = rig.Connect(_journal);
        Assert.Equal("CBS1409", Refusal(() => board.Pulse([new(0, 0, 1)], EmulatedRig.Cancellation)));
        Assert.Equal("CBS1409", Refusal(() => board.Arm(EmulatedRig.Serial + 1)));
        Assert.Equal("CBS1409", Refusal(() => board.Pulse([new(0, 0, 1)], EmulatedRig.Cancellation)));
        Assert.Equal(default, rig.Emulator.Array.Fired(new Cell(0, 0)));
    }

    [Fact]
    public void Pulses_move_the_cells_that_are_read()
    {
        using var rig = new EmulatedRig();
        using var board = rig.ConnectArmed(_journal);
        board.Pulse([new(2, 3, 10), new(7, 7, 100), new(7, 7, -50)], EmulatedRig.Cancellation);
        var readings = board.Read(new CellBlock(0, 0, 8, 8), EmulatedRig.Cancellation);
        Assert.Equal(64, readings.Count);
        Near(1e-6, readings[0].Conductance);
        Near(1e-6 + 4.9e-6, readings.Single(reading => reading.Cell == new Cell(2, 3)).Conductance);
        Near(1e-6 + 24.5e-6, readings.Single(reading => reading.Cell == new Cell(7, 7)).Conductance);
    }

    [Fact]
    public void A_block_larger_than_a_frame_is_read_whole()
    {
        using var rig = new EmulatedRig(3, 127);
        using var board = rig.ConnectArmed(_journal);
        board.Pulse([new(2, 126, 100)], EmulatedRig.Cancellation);
        var readings = board.Read(new CellBlock(0, 0, 3, 127), EmulatedRig.Cancellation);
        Assert.Equal(
            Enumerable.Range(0, 3 * 127).Select(k => new Cell(k / 127, k % 127)), readings.Select(reading => reading.Cell));
        Near(50e-6, readings[^1].Conductance);
    }

    [Fact]
    public void Bit_line_currents_are_the_sums_of_what_their_cells_conduct()
    {
        using var rig = new EmulatedRig(3, 65);
        using var board = rig.ConnectArmed(_journal);
        board.Pulse([new(1, 64, 100)], EmulatedRig.Cancellation);
        var currents = board.Multiply(new CellBlock(0, 0, 3, 65), [0.1, 0.2, -0.1], EmulatedRig.Cancellation);
        Near(0.2e-6, currents[0]);
        Near(0.2 * 50e-6, currents[64]);
    }

    [Fact]
    public void Shorted_cells_read_beyond_the_range_and_stuck_ones_do_not_move()
    {
        using var rig = new EmulatedRig(with: options => options with
        {
            Shorted = new HashSet<Cell> { new(0, 0) },
            Stuck = new HashSet<Cell> { new(0, 1) },
        });
        using var board = rig.ConnectArmed(_journal);
        board.Pulse([new(0, 1, 50), new(0, 2, 50)], EmulatedRig.Cancellation);
        var readings = board.Read(new CellBlock(0, 0, 1, 3), EmulatedRig.Cancellation);
        Assert.Equal(double.PositiveInfinity, readings[0].Conductance);
        Near(1e-6, readings[1].Conductance);
        Near(25.5e-6, readings[2].Conductance);
        Assert.Equal(new BoardTotals(50, 0), rig.Emulator.Array.Fired(new Cell(0, 1)));
    }

    [Fact]
    public void The_firmware_programs_cells_to_targets_and_the_journal_counts_its_pulses()
    {
        using var rig = new EmulatedRig(with: options => options with { Stuck = new HashSet<Cell> { new(4, 4) } });
        using var board = rig.ConnectArmed(_journal);
        CellReading[] targets = [new(new(0, 0), 20e-6), new(new(1, 1), 30e-6), new(new(4, 4), 30e-6)];
        var plan = new ProgramPlan(0.3e-6, MostPulses: 250, StepUp: 0.49e-6, StepDown: 0.49e-6);
        var outcomes = board.Program(plan, targets, EmulatedRig.Cancellation);
        Assert.Equal([CellResult.Reached, CellResult.Reached, CellResult.NoResponse], outcomes.Select(outcome => outcome.Result));
        Assert.InRange(outcomes[1].Conductance, 29.7e-6, 30.3e-6);
        Assert.All(rig.Cells(_journal), cell => Assert.Equal(cell.Fired, cell.Counted));
    }

    [Fact]
    public void Forming_needs_its_own_permission_its_own_budget_and_is_counted_apart()
    {
        using var rig = new EmulatedRig(with: options => options with { CanForm = true });
        rig.Options = rig.Options with { Pulses = Limited(rig.Options.Pulses) };
        var plan = new FormingPlan(1, 1, 0.5, 0.1, 1.8, 1e-6, 1e-4, 0.2, 3e-6);
        using (var board = rig.ConnectArmed(_journal))
        {
            Assert.Equal("CBS1410", Refusal(() => board.Form(plan)));
            board.Arm(EmulatedRig.Serial, forming: true);
            Assert.Equal("CBS1406", Refusal(() => board.Form(plan)));
        }

        rig.Options = rig.Options with { Limits = rig.Options.Limits with { Budgets = new BudgetOptions { Forming = 20 } } };
        using var allowed = rig.Connect(_journal);
        allowed.Arm(EmulatedRig.Serial, forming: true);
        var (fired, conductance) = allowed.Form(plan);
        Assert.InRange(fired.Total, 1, 14);
        Assert.True(conductance >= 3e-6 * 0.99);
        Assert.Equal((fired.Total, 0, 0), (_journal.State.Ledger[new(1, 1)].Forming, _journal.State.Ledger[new(1, 1)].Up,
            _journal.State.Ledger[new(1, 1)].Down));
    }

    [Fact]
    public void A_compliance_is_given_where_the_board_keeps_it_and_only_there()
    {
        using var can = new EmulatedRig(with: options => options with { CanForm = true });
        Assert.Equal("CBS1404", Refusal(() => can.Connect(_journal)));
        using var cannot = new EmulatedRig();
        cannot.Options = cannot.Options with { Pulses = Limited(cannot.Options.Pulses) };
        Assert.Equal("CBS1404", Refusal(() => cannot.Connect(_journal)));
    }

    [Fact]
    public void A_command_that_ends_early_counts_what_it_fired_and_where()
    {
        using var rig = new EmulatedRig();
        using var board = rig.ConnectArmed(_journal);
        rig.Emulator.CutNext(7, PulseStop.Compliance);
        var outcome = board.Pulse([new(0, 0, 5), new(0, 1, -4), new(0, 2, 3)], EmulatedRig.Cancellation);
        Assert.Equal(new PulseOutcome(5, 2, PulseStop.Compliance), outcome);
        Assert.Equal((5, 2, 0), (_journal.State.Ledger[new(0, 0)].Up, _journal.State.Ledger[new(0, 1)].Down,
            _journal.State.Ledger[new(0, 2)].Up));
    }

    [Fact]
    public void Stop_disarms_the_board_and_nothing_more_is_fired()
    {
        using var rig = new EmulatedRig();
        using var board = rig.ConnectArmed(_journal);
        board.Stop();
        Assert.Equal((0, 1), (board.Status().Armed, board.Status().Aborts));
        Assert.Equal("CBS1409", Refusal(() => board.Pulse([new(0, 0, 1)], EmulatedRig.Cancellation)));
        board.Arm(EmulatedRig.Serial);
        Assert.Equal(1, board.Pulse([new(0, 0, 1)], EmulatedRig.Cancellation).Up);
    }

    [Fact]
    public void Stop_from_another_thread_ends_a_long_list_between_two_frames()
    {
        LinkBoard? board = null;
        using var rig = new EmulatedRig();
        var frames = 0;
        rig.OnOpen = server => server.Answering = frame =>
        {
            if (frame.Type == (byte)MessageType.PulseList && ++frames == 3) board!.Stop();
        };
        using (board = rig.ConnectArmed(_journal))
        {
            var outcome = board.Pulse([.. Enumerable.Repeat(new CellPulse(0, 0, 1), 1000)], EmulatedRig.Cancellation);
            Assert.Equal(PulseStop.Aborted, outcome.Stop);
            Assert.InRange(outcome.Total, 1, 999);
            Assert.Equal(outcome.Total, rig.Emulator.Array.Fired(new Cell(0, 0)).Up);
        }
    }

    [Fact]
    public void Disposing_grounds_the_board()
    {
        using var rig = new EmulatedRig();
        rig.ConnectArmed(_journal).Dispose();
        using var again = rig.Connect(_journal);
        Assert.Equal((0, 1), (again.Status().Armed, again.Status().Aborts));
    }

    [Fact]
    public void A_slow_board_that_sends_beats_is_waited_for()
    {
        using var rig = new EmulatedRig(faults: new FaultOptions { Beats = 2 });
        using var board = rig.Connect(_journal, new LinkTiming { ReplyPatience = TimeSpan.FromMilliseconds(120), Attempts = 2 });
        Assert.Equal(4, board.Read(new CellBlock(0, 0, 2, 2), EmulatedRig.Cancellation).Count);
        Assert.Equal(0, board.Counts.Resent);
    }

    [Fact]
    public async Task The_heartbeat_keeps_an_idle_board_armed_and_without_it_the_watchdog_grounds_it()
    {
        using var rig = new EmulatedRig();
        rig.Options = rig.Options with { Watchdog = 0.2 };
        using var board = rig.ConnectArmed(_journal);
        await Task.Delay(600, EmulatedRig.Cancellation);
        Assert.Equal((1, 0), (board.Status().Armed, board.Status().WatchdogTrips));
        using var fresh = new EmulatedRig();
        using (var session = new LinkSession(fresh.Open, new LinkTiming(), TimeProvider.System))
        {
            session.Connect();
            session.Perform(session.Next(MessageType.Arm, new ArmRequest(EmulatedRig.Serial, 0, 50)));
            Assert.Equal(1, session.Status().Armed);
            await Task.Delay(200, EmulatedRig.Cancellation);
            Assert.Equal((0, 1), (session.Status().Armed, session.Status().WatchdogTrips));
        }
    }

    [Fact]
    public void A_board_that_refuses_says_why_and_the_number_is_used_again()
    {
        using var rig = new EmulatedRig(with: options => options with
        {
            Limits = options.Limits with { TotalPulses = 10 },
        });
        using var board = rig.ConnectArmed(_journal);
        var refused = Assert.Throws<BoardRefusedException>(() => board.Pulse([new(0, 0, 11)], EmulatedRig.Cancellation));
        Assert.Equal((NakReason.TotalPulses, 10u), (refused.Reason, refused.Value));
        Assert.Equal(10, board.Pulse([new(0, 0, 10)], EmulatedRig.Cancellation).Up);
        Assert.All(rig.Cells(_journal), cell => Assert.Equal(cell.Fired, cell.Counted));
    }

    [Fact]
    public void A_second_copy_of_a_refusal_is_not_taken_for_that_of_the_next_command()
    {
        using var rig = new EmulatedRig(
            faults: new FaultOptions { Duplicate = 1, Delay = 0.05 },
            with: options => options with { Limits = options.Limits with { PulsesPerCell = 5 } });
        using var board = rig.ConnectArmed(_journal);
        for (var k = 0; k < 20; k++)
        {
            Assert.Throws<BoardRefusedException>(() => board.Pulse([new(0, 0, 6)], EmulatedRig.Cancellation));
            Assert.Equal(1, board.Pulse([new(1 + k % 7, k % 8, 1)], EmulatedRig.Cancellation).Up);
        }

        Assert.All(rig.Cells(_journal), cell => Assert.Equal(cell.Fired, cell.Counted));
    }

    [Fact]
    public void Rates_are_kept()
    {
        using var rig = new EmulatedRig();
        rig.Options = rig.Options with { Limits = rig.Options.Limits with { PulsesPerSecond = 500, PulsesPerCall = 50 } };
        using var board = rig.ConnectArmed(_journal);
        var started = TimeProvider.System.GetTimestamp();
        board.Pulse([.. Enumerable.Range(0, 4).Select(row => new CellPulse(row, 0, 50))], EmulatedRig.Cancellation);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.29, 5);
    }

    [Fact]
    public void A_missing_board_and_a_silent_one_are_named_in_less_than_their_time()
    {
        using var rig = new EmulatedRig { IsPresent = false };
        var missing = Assert.Throws<BoardException>(() => rig.Connect(_journal, Impatient));
        Assert.Equal("CBS1301", missing.Code);
        var (host, other) = HardwareBridge.Transport.PipeTransport.Pair("silent");
        var silent = Assert.Throws<BoardException>(() => LinkBoard.Connect(
            rig.Options, () => host, _journal, Impatient, TimeProvider.System));
        Assert.Contains("silent: no board answers hello within 0.3 s", silent.Message, StringComparison.Ordinal);
        other.Dispose();
    }

    [Fact]
    public void A_lost_board_is_reported_with_port_command_bytes_and_time()
    {
        using var rig = new EmulatedRig();
        using var board = rig.ConnectArmed(_journal, Impatient);
        rig.IsPresent = false;
        rig.Dispose();
        var started = TimeProvider.System.GetTimestamp();
        var lost = Assert.Throws<BoardException>(() => board.Pulse([new(0, 0, 1)], EmulatedRig.Cancellation));
        Assert.Equal("CBS1303", lost.Code);
        Assert.Matches(
            @"PulseList \(number \d+\) is in doubt after 1 of 12 .* and \d+ ms: .*no such port; sent [0-9A-F]+", lost.Message);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 1);
        Assert.NotNull(_journal.State.Outstanding);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_line_that_is_cut_before_or_after_a_command_is_found_again_and_nothing_is_fired_twice(bool before)
    {
        using var rig = new EmulatedRig();
        var cuts = 0;
        rig.OnOpen = server =>
        {
            void Cut(LinkFrame frame)
            {
                if (frame.Type == (byte)MessageType.PulseList && cuts++ % 3 == 0) server.Dispose();
            }

            if (before) server.Arriving = Cut;
            else server.Answering = Cut;
        };
        using var board = rig.ConnectArmed(_journal);
        var outcome = board.Pulse(
            [.. Enumerable.Range(0, 500).Select(k => new CellPulse(k % 8, k / 8 % 8, 1))], EmulatedRig.Cancellation);
        Assert.Equal(500, outcome.Up);
        Assert.True(board.Counts.Reconnected > 0);
        Assert.All(rig.Cells(_journal), cell => Assert.Equal(cell.Fired, cell.Counted));
    }

    private static PulsePairOptions Limited(PulsePairOptions pulses) => new()
    {
        Set = pulses.Set with { Compliance = 100e-6 },
        Reset = pulses.Reset with { Compliance = 100e-6 },
    };

    private static string Refusal(Action act) => Assert.Throws<SafetyLimitException>(act).Problem.Code;

    private static void Near(double expected, double found) => Assert.InRange(found, expected * 0.999, expected * 1.001);
}
