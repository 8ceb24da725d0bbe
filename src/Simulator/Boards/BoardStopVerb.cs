using System.CommandLine;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Composition;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board stop</c>: grounds the lines at once.</summary>
internal static class BoardStopVerb
{
    private const string Help =
        """
        Ground all lines of a board at once, also while another process of this program works with it.

        Example: crossbarsim board stop /dev/ttyACM0

        Another process is asked to stop as Ctrl-C does, and the abort bytes are sent beside it where the system allows it.
        """;

    public static Command Create()
    {
        var board = new BoardSwitches();
        var verbose = CommonOptions.Verbose();
        var command = new Command("stop", Help);
        board.AddTo(command);
        command.Add(verbose);
        command.SetAction(parsed => UserErrors.Guard(() => Run(board.Find(parsed)), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(BoardReference board)
    {
        if (board.IsEmulated)
        {
            Console.Out.WriteLine("an emulated board ends with its command: there is nothing to stop");
            return ExitCodes.Ok;
        }

        if (ProcessLock.Holder(board.Port) is { } holder) return StopHolder(board, holder);
        using var session = new LinkSession(() => BoardFactory.OpenPort(board), new LinkTiming(), TimeProvider.System);
        session.Connect();
        if (!session.Ground()) throw new HardwareBridge.BoardException("CBS1303",
            $"{board.Port}: the board got the abort bytes but does not confirm: cut its power if in doubt");
        Console.Out.WriteLine("grounded: the board is not armed");
        return ExitCodes.Ok;
    }

    private static int StopHolder(BoardReference board, int holder)
    {
        var asked = ProcessSignal.Interrupt(holder);
        try
        {
            using var port = BoardFactory.OpenPort(board);
            port.Write(new byte[LinkProtocol.AbortDelimiters]);
        }
        catch (TransportException) when (asked)
        {
            // The port is that process's alone; it grounds the lines itself.
        }

        Console.Out.WriteLine(FormattableString.Invariant($"process {holder} was asked to ground the lines and to end"));
        return ExitCodes.Ok;
    }
}
