using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Tests.Safety;

public sealed class PulseListBoardTests
{
    [Fact]
    public void Pulses_are_written_in_order_with_their_times()
    {
        using var list = new StringWriter();
        using var board = Open(list, EmulatedRig.Board(4, 4).Limits with { DutyCycle = 0.5 });
        Assert.Equal(new PulseOutcome(2, 1, PulseStop.Done),
            board.Pulse([new(1, 2, 2), new(3, 0, -1)], EmulatedRig.Cancellation));
        board.Pulse(new SignBlock(new CellBlock(0, 0, 1, 3), [-1, 0, 1]), EmulatedRig.Cancellation);
        Assert.Equal(
            "time_s,row,column,voltage_v,width_s\n0,1,2,1.2,1E-06\n0.000002,1,2,1.2,1E-06\n0.000004,3,0,-1.1,1E-06\n"
            + "0.000006,0,0,-1.1,1E-06\n0.000008,0,2,1.2,1E-06\n", list.ToString());
        Assert.Equal(new BoardTotals(3, 2), board.Totals);
        Assert.True(double.IsNaN(board.Read(new CellBlock(0, 0, 1, 1), EmulatedRig.Cancellation)[0].Conductance));
    }

    [Fact]
    public void A_rate_spreads_them()
    {
        using var list = new StringWriter();
        using var board = Open(list, EmulatedRig.Board(4, 4).Limits with { PulsesPerSecond = 4 });
        board.Pulse([new(0, 0, 3)], EmulatedRig.Cancellation);
        Assert.Equal(["0", "0.25", "0.5"], list.ToString().Split('\n')[1..^1].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void What_exceeds_a_limit_is_not_written()
    {
        using var list = new StringWriter();
        using var board = Open(list, EmulatedRig.Board(4, 4).Limits with { PulsesPerCell = 5 });
        Assert.Throws<SafetyLimitException>(() => board.Pulse([new(0, 0, 1), new(1, 1, 6)], EmulatedRig.Cancellation));
        Assert.Throws<SafetyLimitException>(() => board.Pulse([new(4, 0, 1)], EmulatedRig.Cancellation));
        Assert.Equal(PulseListBoard.Header + "\n", list.ToString());
    }

    private static PulseListBoard Open(StringWriter list, LimitOptions limits) =>
        new(EmulatedRig.Board(4, 4) with { Limits = limits }, new CellLedger(), list);
}
