using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Tests.Safety;

public sealed class DryRunBoardTests
{
    private readonly List<string> _said = [];

    [Fact]
    public void It_says_the_frames_that_a_board_would_get_and_opens_nothing()
    {
        var options = EmulatedRig.Board(8, 8) with { Port = "/dev/no-such-port" };
        using var board = new DryRunBoard(options, new CellLedger(), _said.Add);
        Assert.Equal(2, _said.Count);
        var outcome = board.Pulse([new(3, 5, 2), new(3, 6, -1)], EmulatedRig.Cancellation);
        Assert.Equal(new PulseOutcome(2, 1, PulseStop.Done), outcome);
        Assert.StartsWith("PulseList: 3,5:+2 3,6:-1 [00", _said[2], StringComparison.Ordinal);
        Assert.EndsWith("030005000000020001FF]", _said[2], StringComparison.Ordinal);
        Assert.Equal(new BoardTotals(2, 1), board.Totals);
    }

    [Fact]
    public void It_refuses_what_a_board_would_not_be_sent()
    {
        using var board = new DryRunBoard(EmulatedRig.Board(8, 8), new CellLedger(), _said.Add);
        var before = _said.Count;
        Assert.Throws<SafetyLimitException>(() => board.Pulse([new(3, 8, 2)], EmulatedRig.Cancellation));
        Assert.Equal(before, _said.Count);
    }
}
