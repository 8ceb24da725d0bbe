using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.HardwareBridge.Tests.Link;

/// <summary>10,000 pulses over lines that damage and lose frames: each is fired once.</summary>
public sealed class ExactlyOnceTests
{
    private const int Rows = 100;
    private const int Columns = 100;

    private static readonly FaultOptions Bad = new() { Corrupt = 0.05, DropReplies = 0.05 };

    private static readonly FaultOptions Worse =
        new() { Corrupt = 0.1, DropRequests = 0.1, DropReplies = 0.1, Duplicate = 0.1, Split = 0.2, Delay = 0.02 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_10000_pulses_10000_are_counted_once_in_memory(bool worse)
    {
        using var rig = new EmulatedRig(Rows, Columns, worse ? Worse : Bad);
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        using var board = rig.ConnectArmed(journal);
        Fire(board, 10_000);
        AssertCounted(rig.Emulator, board, journal);
        Assert.True(board.Counts.Resent > 0, "the line did no harm, so this tests nothing");
    }

    [Theory]
    [InlineData(TransportKind.SerialPort)]
    [InlineData(TransportKind.Direct)]
    public void Of_10000_pulses_10000_are_counted_once_over_a_pseudo_terminal(TransportKind kind)
    {
        Assert.SkipUnless(PseudoTerminal.IsSupported, "pseudo-terminals are a thing of Linux and macOS");
        using var terminal = PseudoTerminal.Open();
        var emulator = new LinkEmulator(Emulated(), TimeProvider.System);
        using var server = new EmulatorServer(emulator, terminal.Board, Bad);
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        var options = EmulatedRig.Board(Rows, Columns) with { Port = terminal.Path, Transport = kind };
        using var board = LinkBoard.Connect(
            options, () => BoardPorts.Open(options), journal, new LinkTiming(), TimeProvider.System);
        board.Arm(EmulatedRig.Serial);
        Fire(board, 10_000);
        AssertCounted(emulator, board, journal);
        Assert.True(server.Faults > 0, "the line did no harm, so this tests nothing");
    }

    [Fact]
    public void A_sign_block_fires_each_sign_once()
    {
        using var rig = new EmulatedRig(Rows, Columns, Bad);
        using var journal = PulseJournal.InMemory(TimeProvider.System);
        using var board = rig.ConnectArmed(journal);
        var signs = Enumerable.Range(0, Rows * Columns).Select(k => (sbyte)(k % 3 - 1)).ToArray();
        var outcome = board.Pulse(new SignBlock(new CellBlock(0, 0, Rows, Columns), signs), EmulatedRig.Cancellation);
        Assert.Equal(new PulseOutcome(signs.Count(sign => sign > 0), signs.Count(sign => sign < 0), PulseStop.Done), outcome);
        Assert.All(rig.Cells(journal), cell => Assert.Equal((cell.Fired, cell.Fired.Up - cell.Fired.Down),
            (cell.Counted, (long)signs[cell.Cell.Row * Columns + cell.Cell.Column])));
    }

    private static EmulatorOptions Emulated() =>
        new() { Rows = Rows, Columns = Columns, Device = TestSupport.SmallDevices.Linear(100), Serial = EmulatedRig.Serial };

    private static void Fire(LinkBoard board, int pulses)
    {
        var numbers = new RandomNumbers(7, StreamKind.Fuzz);
        var list = Enumerable.Range(0, pulses).Select(k => new CellPulse(
            numbers.Below(Rows, (uint)k), numbers.Below(Columns, (uint)k, 1), numbers.Below(2, (uint)k, 2) * 2 - 1)).ToList();
        var outcome = board.Pulse(list, EmulatedRig.Cancellation);
        Assert.Equal((pulses, PulseStop.Done), (outcome.Total, outcome.Stop));
    }

    private static void AssertCounted(LinkEmulator emulator, LinkBoard board, PulseJournal journal)
    {
        var cells = new CellBlock(0, 0, Rows, Columns);
        var fired = Enumerable.Range(0, cells.Count).Select(k => emulator.Array.Fired(cells[k])).ToList();
        Assert.Equal(10_000, fired.Sum(cell => cell.Up + cell.Down));
        Assert.Equal(fired, Enumerable.Range(0, cells.Count).Select(k => journal.State.Ledger[cells[k]])
            .Select(account => new BoardTotals(account.Up, account.Down)));
        Assert.Equal(fired, board.CellTotals(cells).Select(cell => cell.Totals));
        Assert.Equal(board.Totals, journal.State.Ledger.Totals);
    }
}
