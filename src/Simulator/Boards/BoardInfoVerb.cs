using System.CommandLine;
using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Composition;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board info</c>: who a board is, what it can do, and what it may.</summary>
internal static class BoardInfoVerb
{
    private const string Help =
        """
        Tell who a board is, what it can do, which limits hold, and what it has fired.

        Example: crossbarsim board info /dev/ttyACM0

        The limits are the stricter of the board's and the file's, so they need a board file; a port alone is only greeted.
        """;

    public static Command Create()
    {
        var board = new BoardSwitches();
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("info", Help);
        board.AddTo(command);
        command.Add(json);
        command.Add(verbose);
        command.SetAction(parsed => UserErrors.Guard(
            () => Run(board.Find(parsed), parsed.GetValue(json)), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(BoardReference board, bool json) => board.Options is null
        ? Greet(board, json)
        : BoardRun.With(board, (open, _) =>
        {
            Print(board, open.Board.Identity, open.Link.Status(), open.Board.Limits, json);
            return ExitCodes.Ok;
        });

    // Hello and status have no number, so a journal that waits for its board's last command is not disturbed.
    private static int Greet(BoardReference board, bool json)
    {
        using var mine = ProcessLock.Take(board.Port);
        using var session = new LinkSession(() => BoardFactory.OpenPort(board), new LinkTiming(), TimeProvider.System);
        session.Connect();
        var hello = session.Hello;
        Print(board, new BoardIdentity(hello.Board, hello.Serial, hello.Firmware, hello.Rows, hello.Columns,
            (BoardCapabilities)hello.Capabilities), session.Status(), null, json);
        return ExitCodes.Ok;
    }

    private static void Print(
        BoardReference board, BoardIdentity identity, StatusReply status, BoardLimits? limits, bool json)
    {
        if (json)
        {
            JsonText.Print(new { Board = board.Text, board.Port, Identity = identity, Status = status, Limits = limits });
            return;
        }

        Line("board", string.Create(CultureInfo.InvariantCulture, $"{identity.Name}, serial number {identity.Serial}, "
            + $"firmware {identity.Firmware}, on {board.Port}"));
        Line("array", FormattableString.Invariant($"{identity.Rows} word lines x {identity.Columns} bit lines"));
        Line("can", Capabilities(identity));
        Line("fired since boot", new BoardTotals(status.UpTotal, status.DownTotal).ToString());
        Line("pulses", status.Armed == 0 ? "not armed" : "armed");
        Line("line", string.Create(CultureInfo.InvariantCulture,
            $"{status.BadFrames} damaged frames, {status.Replays} answers sent again, "
            + $"{status.WatchdogTrips} watchdog trips, {status.Aborts} aborts since boot"));
        if (limits is not null) foreach (var (name, value) in BoardText.Limits(limits)) Line(name, value);
        if (board.Journal is { } journal) Line("journal", journal);
    }

    private static string Capabilities(BoardIdentity identity) => identity.Capabilities == BoardCapabilities.None
        ? "pulses and reads of single cells"
        : $"pulses, reads; {string.Join(", ", BoardText.Words(identity.Capabilities))}";

    private static void Line(string name, string value) => Console.Out.WriteLine($"{name,-18}{value}");
}
