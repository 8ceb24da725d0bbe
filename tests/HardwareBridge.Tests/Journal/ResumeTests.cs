using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Tests.Journal;

/// <summary>A run that ends in the middle, and what the next one makes of its journal and its board.</summary>
public sealed class ResumeTests : IDisposable
{
    private static readonly LinkTiming NoReturn = new() { Attempts = 2, ReconnectPatience = TimeSpan.Zero };

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_command_that_the_board_did_is_counted_from_its_own_answer()
    {
        using var rig = new EmulatedRig();
        Interrupt(rig, server => server.Answering = frame => Cut(server, frame));
        Resume(rig, ResumeVerdict.Done, doubtful: 0);
    }

    [Fact]
    public void A_command_that_the_board_never_got_is_known_not_to_be_done()
    {
        using var rig = new EmulatedRig();
        Interrupt(rig, server => server.Arriving = frame => Cut(server, frame));
        Resume(rig, ResumeVerdict.NotDone, doubtful: 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void After_another_boot_only_the_last_command_is_in_doubt_and_its_cells_are_read(bool done)
    {
        using var rig = new EmulatedRig();
        Interrupt(rig, server =>
        {
            if (done) server.Answering = frame => Cut(server, frame);
            else server.Arriving = frame => Cut(server, frame);
        });
        rig.Emulator.Reboot();
        Resume(rig, ResumeVerdict.Uncertain, doubtful: 2);
        var readings = Assert.IsType<ReadingRecord>(
            JournalContents.Read(_file).Records.Last(record => record is ReadingRecord));
        Assert.Equal([[0, 0], [1, 1]], readings.Cells);
        Assert.Equal(done ? [3.45e-6, 2.96e-6] : [1.98e-6, 1.98e-6], readings.Siemens.Select(value => Math.Round(value, 8)));
    }

    [Fact]
    public void A_board_that_starts_anew_in_the_middle_of_a_session_is_never_sent_the_old_command()
    {
        using var rig = new EmulatedRig();
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        using var board = rig.ConnectArmed(journal);
        rig.Emulator.Reboot();
        var rebooted = Assert.Throws<BoardRebootedException>(() => board.Pulse([new(0, 0, 1)], EmulatedRig.Cancellation));
        Assert.Equal("CBS1305", rebooted.Code);
        Assert.Equal(default, rig.Emulator.Array.Fired(new Cell(0, 0)));
    }

    [Fact]
    public void Pulses_of_another_program_are_a_contradiction()
    {
        using var rig = new EmulatedRig();
        Interrupt(rig, server => server.Answering = frame => Cut(server, frame));
        using (var other = PulseJournal.InMemory(TimeProvider.System))
            Assert.Equal("CBS1308", Assert.Throws<BoardException>(() => rig.Connect(other)).Code);
        Resume(rig, ResumeVerdict.Done, doubtful: 0);
    }

    [Fact]
    public void A_journal_of_another_boot_that_did_more_is_a_contradiction()
    {
        using var rig = new EmulatedRig();
        Interrupt(rig, server => server.Answering = frame => Cut(server, frame));
        var kept = File.ReadAllBytes(_file);
        Resume(rig, ResumeVerdict.Done, doubtful: 0);
        File.WriteAllBytes(_file, kept);
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        Assert.Equal("CBS1308", Assert.Throws<BoardException>(() => rig.Connect(journal)).Code);
    }

    [Fact]
    public void Interrupted_at_fifty_moments_no_pulse_is_lost_and_none_is_fired_twice()
    {
        using var rig = new EmulatedRig();
        var numbers = new RandomNumbers(11, StreamKind.Fuzz);
        for (uint moment = 0; moment < 50; moment++)
        {
            var (left, before) = (numbers.Below(6, moment), numbers.Below(2, moment, 1) == 0);
            var reboot = numbers.Below(3, moment, 2) == 0;
            rig.OnOpen = server =>
            {
                void Count(LinkFrame frame)
                {
                    if (frame.Type is not ((byte)MessageType.SignBlock) || left-- != 0) return;
                    if (reboot) rig.Emulator.Reboot();
                    server.Dispose();
                }

                if (before) server.Arriving = Count;
                else server.Answering = Count;
            };
            RunOnce(rig);
        }

        rig.OnOpen = null;
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        using var board = rig.Connect(journal);
        foreach (var (cell, fired, counted) in rig.Cells(journal))
        {
            var account = journal.State.Ledger[cell];
            Assert.InRange(fired.Up + fired.Down, counted.Up + counted.Down, account.Worst);
            if (account.Doubtful == 0) Assert.Equal(fired, counted);
        }

        Assert.InRange(journal.State.UncertainCommands, 5, 30);
    }

    private void RunOnce(EmulatedRig rig)
    {
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        try
        {
            using var board = rig.ConnectArmed(journal, NoReturn);
            var signs = Enumerable.Range(0, 64).Select(k => (sbyte)(k % 2 * 2 - 1)).ToArray();
            for (var k = 0; k < 4; k++) board.Pulse(new SignBlock(new CellBlock(0, 0, 8, 8), signs), EmulatedRig.Cancellation);
        }
        catch (BoardException)
        {
            // The line was cut: what the test is about.
        }
    }

    // Two commands; the second is cut.
    private void Interrupt(EmulatedRig rig, Action<EmulatorServer> prepare)
    {
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        rig.OnOpen = prepare;
        using var board = rig.ConnectArmed(journal, NoReturn);
        Assert.Equal(4, board.Pulse([new(0, 0, 2), new(1, 1, 2)], EmulatedRig.Cancellation).Up);
        Assert.Equal("CBS1303", Assert.Throws<BoardException>(
            () => board.Pulse([new(0, 0, 3), new(1, 1, 2)], EmulatedRig.Cancellation)).Code);
        rig.OnOpen = null;
    }

    private static void Cut(EmulatorServer server, LinkFrame frame)
    {
        // 3 pulses are 3 in the third byte of the first entry.
        if (frame.Type == (byte)MessageType.PulseList && frame.Payload.Span[9] == 3) server.Dispose();
    }

    private void Resume(EmulatedRig rig, ResumeVerdict verdict, int doubtful)
    {
        using var journal = PulseJournal.Open(_file, TimeProvider.System);
        using var board = rig.Connect(journal);
        Assert.Equal((verdict, doubtful), (board.Resumed.Verdict, board.Resumed.Doubtful.Count));
        board.Arm(EmulatedRig.Serial);
        board.Pulse([new(0, 0, 1)], EmulatedRig.Cancellation);
        foreach (var (cell, fired, counted) in rig.Cells(journal))
            if (journal.State.Ledger[cell].Doubtful == 0) Assert.Equal(fired, counted);
            else Assert.InRange(fired.Up, counted.Up, counted.Up + journal.State.Ledger[cell].Doubtful);
    }
}
