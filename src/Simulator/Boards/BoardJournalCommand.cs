using System.CommandLine;
using System.Globalization;
using CrossbarSim.HardwareBridge;
using CrossbarSim.Simulator.Commands;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board journal</c>: the command line.</summary>
internal static class BoardJournalCommand
{
    private const string Help =
        """
        Show what was fired at a board: every command, or the totals of every cell.

        Example: crossbarsim board journal configs/boards/link.yaml --cells 3,5 --since 2026-11-24 --out fired.csv

        The board itself is not asked, unless --check compares its own counts with the journal's. The CSV has a line for each
        cell of each command. in_doubt are pulses of which nobody knows whether they were fired; they count against budgets.
        """;

    public static Command Create()
    {
        var board = new BoardSwitches();
        var cells = BoardSwitches.Cells("Only these cells");
        var since = Time("--since", "Only what was fired from then on, UTC.");
        var until = Time("--until", "Only until then, UTC.");
        var session = BoardSwitches.Number("--session", "Only this session.", 1, int.MaxValue);
        var last = BoardSwitches.Number("--last", "Print so many commands [default: 20].", 1, int.MaxValue);
        var totals = new Option<bool>("--totals") { Description = "Print the totals of every cell instead of commands." };
        var check = new Option<bool>("--check") { Description = "Connect the board and compare its counts with the journal's." };
        var output = new Option<string?>("--out", "-o") { Description = "Write them to a CSV too.", HelpName = "file.csv" };
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("journal", Help);
        board.AddTo(command, isOptional: true);
        foreach (var option in (Option[])[cells, since, until, session, last, totals, check, output, json, verbose])
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (board.IsMissing(result)) result.AddError("give a board file, whose journal lies beside it, or --journal.");
            if (result.GetValue(check) && (result.GetValue(totals) || result.GetResult(output) is { Implicit: false }))
                result.AddError("--check prints its own result: leave --totals and --out away.");
        });
        command.SetAction(parsed => UserErrors.Guard(() =>
        {
            var named = board.Name(parsed) is null ? null : board.Find(parsed);
            return new BoardJournalVerb
            {
                File = named?.Journal ?? board.Journal(parsed) ?? throw Missing(),
                Board = parsed.GetValue(check) ? named ?? throw Missing() : null,
                Cells = parsed.GetValue(cells),
                Since = parsed.GetValue(since),
                Until = parsed.GetValue(until),
                Session = parsed.GetValue(session),
                Last = parsed.GetValue(last) ?? 20,
                Totals = parsed.GetValue(totals),
                Out = parsed.GetValue(output),
                Json = parsed.GetValue(json),
            }.Run();
        }, parsed.GetValue(verbose)));
        return command;
    }

    private static BoardException Missing() =>
        new("CBS1310", "give a board file, whose journal lies beside it, or --journal FILE; --check needs the board");

    private static Option<DateTimeOffset?> Time(string name, string what) => new(name)
    {
        Description = what,
        HelpName = "time",
        CustomParser = argument => BoardSwitches.Read(argument, name, "a time such as 2026-11-24 or 2026-11-24T14:30:00",
            text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time : (DateTimeOffset?)null),
    };
}
