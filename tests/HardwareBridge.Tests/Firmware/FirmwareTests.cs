using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Tests.Firmware;

/// <summary>The host's side against the firmware itself, through a pseudo-terminal.</summary>
public sealed class FirmwareTests
{
    private const int Rows = 32;
    private const int Columns = 20;

    private static readonly FaultOptions Bad = new() { Corrupt = 0.05, DropReplies = 0.05 };

    public static TheoryData<bool, TransportKind> Rigs => new()
    {
        { false, TransportKind.SerialPort },
        { false, TransportKind.Direct },
        { true, TransportKind.SerialPort },
        { true, TransportKind.Direct },
    };

    [Theory]
    [MemberData(nameof(Rigs))]
    public void Of_10000_pulses_10000_are_counted_once_over_a_bad_line(bool inSimavr, TransportKind kind)
    {
        using var rig = FirmwareRig.Start(inSimavr);
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        var options = Board(rig, kind);
        using var board = LinkBoard.Connect(options, () => new FaultyTransport(BoardPorts.Open(options), Bad), journal,
            new LinkTiming(), TimeProvider.System);
        board.Arm(board.Identity.Serial);
        var numbers = new RandomNumbers(3, StreamKind.Fuzz);
        var pulses = Enumerable.Range(0, 10_000).Select(k => new CellPulse(
            numbers.Below(Rows, (uint)k), numbers.Below(Columns, (uint)k, 1), numbers.Below(2, (uint)k, 2) * 2 - 1)).ToList();
        Assert.Equal(10_000, board.Pulse(pulses, EmulatedRig.Cancellation).Total);
        var up = pulses.Count(pulse => pulse.Count > 0);
        Assert.Equal((up, 10_000 - up), rig.Totals());
        Assert.Equal(new BoardTotals(up, 10_000 - up), journal.State.Ledger.Totals);
        Assert.True(board.Counts.Resent > 0, "the line did no harm, so this tests nothing");
    }

    [Theory]
    [MemberData(nameof(Rigs))]
    public void Every_command_is_understood(bool inSimavr, TransportKind kind)
    {
        using var rig = FirmwareRig.Start(inSimavr);
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        var options = Board(rig, kind);
        using var board = LinkBoard.Connect(
            options, () => BoardPorts.Open(options), journal, new LinkTiming(), TimeProvider.System);
        board.Arm(board.Identity.Serial);
        var signs = Enumerable.Range(0, Rows * Columns).Select(k => (sbyte)(k % 3 - 1)).ToArray();
        var block = new CellBlock(0, 0, Rows, Columns);
        Assert.Equal(Rows * Columns - signs.Count(sign => sign == 0),
            board.Pulse(new SignBlock(block, signs), EmulatedRig.Cancellation).Total);
        board.Pulse([new(3, 4, 90)], EmulatedRig.Cancellation);
        var readings = board.Read(block, EmulatedRig.Cancellation);
        Assert.True(readings[3 * Columns + 4].Conductance > 5 * readings[0].Conductance);
        if (board.Identity.Can(BoardCapabilities.VectorRead))
            Assert.InRange(board.Multiply(new CellBlock(3, 4, 1, 1), [0.2], EmulatedRig.Cancellation)[0],
                readings[3 * Columns + 4].Conductance * 0.19, readings[3 * Columns + 4].Conductance * 0.21);
        if (board.Identity.Can(BoardCapabilities.Program))
            Assert.Equal(CellResult.Reached, board.Program(
                new ProgramPlan(0.3e-6, MostPulses: 200, StepUp: 0.2e-6, StepDown: 0.2e-6),
                [new(new(9, 9), 20e-6)], EmulatedRig.Cancellation)[0].Result);
        Assert.Equal((board.Totals.Up, board.Totals.Down), rig.Totals());
        Assert.Equal(journal.State.Ledger.Totals, board.Totals);
        board.Stop();
        Assert.Equal((0, 1), (board.Status().Armed, board.Status().Aborts));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_reset_is_seen_and_its_command_is_not_sent_again(bool inSimavr)
    {
        using var rig = FirmwareRig.Start(inSimavr);
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        var options = Board(rig, TransportKind.Direct);
        using (var board = LinkBoard.Connect(
            options, () => BoardPorts.Open(options), journal, new LinkTiming(), TimeProvider.System))
        {
            board.Arm(board.Identity.Serial);
            Assert.Equal(5, board.Pulse([new(1, 1, 5)], EmulatedRig.Cancellation).Up);
            rig.Reset();
            Assert.Throws<BoardRebootedException>(() =>
            {
                for (var k = 0; k < 1000; k++) board.Pulse([new(1, 1, 1)], EmulatedRig.Cancellation);
            });
        }

        using var again = LinkBoard.Connect(
            options, () => BoardPorts.Open(options), journal, new LinkTiming(), TimeProvider.System);
        Assert.Equal((ResumeVerdict.Uncertain, 1), (again.Resumed.Verdict, again.Resumed.Doubtful.Count));
        Assert.InRange(rig.Totals().Up, journal.State.Ledger[new(1, 1)].Up, journal.State.Ledger[new(1, 1)].Worst);
    }

    private static LinkBoardOptions Board(FirmwareRig rig, TransportKind kind) => EmulatedRig.Board(Rows, Columns) with
    {
        Port = rig.Port,
        Transport = kind,
        Read = new ReadOptions { Voltage = 0.2, Samples = 4 },
    };
}
