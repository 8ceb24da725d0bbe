using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Composition;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary>One command at a board. However it ends, the lines are grounded: Ctrl-C, SIGTERM, an error, or done.</summary>
internal static class BoardRun
{
    private const string Notice = "stopping: the lines are grounded; once more to end at once";

    /// <summary>Opens the board, does some work and closes it.</summary>
    /// <param name="board">Which.</param>
    /// <param name="work">Returns the exit code.</param>
    public static int With(BoardReference board, Func<OpenBoard, CancellationToken, int> work)
    {
        using var interrupt = new Interrupt(Notice);
        using var open = BoardFactory.Open(board);
        open.Board.Warn = UserErrors.Print;
        if (open.Journal.Torn > 0) Warn($"{open.Journal.Torn} bytes of a torn last record of the journal were cut off");
        Tell(open.Board.Resumed);
        using var stopping = interrupt.Token.Register(open.Board.Stop);
        var code = work(open, interrupt.Token);
        return interrupt.Token.IsCancellationRequested ? ExitCodes.Cancelled : code;
    }

    /// <summary>A conductance as it is printed.</summary>
    public static string Siemens(double value) => double.IsNaN(value) ? "-"
        : double.IsFinite(value) ? Core.Units.Quantity.Format(Rounded(value), "S") : "beyond range";

    /// <summary>Three digits are more than any board is exact to.</summary>
    public static double Rounded(double value)
    {
        if (value == 0) return 0;
        var scale = Math.Pow(10, 2 - (int)Math.Floor(Math.Log10(Math.Abs(value))));
        return double.IsFinite(scale) ? Math.Round(value * scale) / scale : value;
    }

    /// <summary>Says something that is no error.</summary>
    public static void Warn(string text) => Console.Error.WriteLine($"warning: {text}");

    private static void Tell(ResumeReport resumed)
    {
        if (resumed.Verdict != ResumeVerdict.Nothing) Warn(resumed.Verdict switch
        {
            ResumeVerdict.Done => "the last command before was not acknowledged; the board did it, and it is counted now",
            ResumeVerdict.NotDone => "the last command before was not acknowledged; the board never did it",
            _ => "the board started anew while a command was under way: nobody knows what it fired, and it is not sent again",
        });
        if (resumed.Doubtful.Count == 0) return;
        Warn(FormattableString.Invariant($"{resumed.Doubtful.Count} cells are in doubt, and were read again:"));
        foreach (var reading in resumed.Doubtful) Console.Error.WriteLine($"  {Describe(reading)}");
    }

    private static string Describe(CellReading reading) => $"{reading.Cell}  {Siemens(reading.Conductance)}";
}
