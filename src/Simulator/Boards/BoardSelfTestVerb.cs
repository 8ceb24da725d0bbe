using System.CommandLine;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board selftest</c>: whether a board is fit for a session.</summary>
internal static class BoardSelfTestVerb
{
    private const string Help =
        """
        Check a board before a session: identity, line, readings, open and short cells, counters.

        Example: crossbarsim board selftest mine.yaml --resistor "0,0=10 kOhm"

        Nothing is fired. A resistor in the place of a cell shows whether readings are right: 5 % are allowed.
        The exit code is 1 where a check fails.
        """;

    public static Command Create()
    {
        var board = new BoardSwitches();
        var times = BoardSwitches.Number("--times", "Read every cell so many times [default: 5].", 2, 1_000);
        var resistor = new Option<KnownCell?>("--resistor")
        {
            Description = "A cell that holds a resistor, and its resistance.",
            HelpName = "\"0,0=10 kOhm\"",
            CustomParser = argument => BoardSwitches.Read(
                argument, "--resistor", KnownCell.Form, KnownCell.Resistor),
        };
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("selftest", Help);
        board.AddTo(command);
        foreach (var option in (Option[])[times, resistor, json, verbose]) command.Add(option);
        command.SetAction(parsed => UserErrors.Guard(
            () => Run(board.Find(parsed), parsed.GetValue(times) ?? 5, parsed.GetValue(resistor), parsed.GetValue(json)),
            parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(BoardReference board, int times, KnownCell? resistor, bool json) =>
        BoardRun.With(board, (open, cancellation) =>
        {
            var items = new BoardSelfTest(open, times, resistor).Run(cancellation);
            if (json) JsonText.Print(items);
            else TextTable.Print(Console.Out, ["check", "result", "found"],
                items.Select(item => new[] { item.Check, Word(item.Passed), item.Found }));
            return items.Any(item => item.Passed == false) ? ExitCodes.Unexpected : ExitCodes.Ok;
        });

    private static string Word(bool? passed) => passed switch { true => "ok", false => "FAILED", _ => "-" };
}
