using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Core.Boards;
using CrossbarSim.Simulator.Commands;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board pulse</c>: the command line.</summary>
internal static class BoardPulseCommand
{
    private const string Up = "up";
    private const string Down = "down";

    private const string Help =
        """
        Fire pulses at cells, each exactly once, or go on with a programming that was interrupted.

        Example: crossbarsim board pulse configs/boards/link.yaml --cells 3,5 --direction up --count 20 --dry-run

        Pulses are those of the board file. They need --arm and the board's serial number; --dry-run checks every limit,
        prints every frame and opens nothing. A plan is a CSV with the columns row,column,pulses; a negative number of
        pulses lowers the conductance. All of it is checked before the first pulse.

        What is about to be sent is in the journal before it is sent. After a pulled cable, a killed program or a reset of
        the board, --resume goes on: no pulse is fired twice and none is lost, or the cells of at most one command are in
        doubt; those are read again and listed, and their pulses count as fired.
        """;

    public static Command Create()
    {
        var board = new BoardSwitches();
        var cells = BoardSwitches.Cells("Cells to pulse");
        var direction = new Option<string?>("--direction") { Description = "up raises the conductance, down lowers it." };
        direction.AcceptOnlyFromAmong(Up, Down);
        var count = BoardSwitches.Number("--count", "Pulses of each cell [default: 1].", 1, 1_000_000);
        var plan = new Option<string?>("--plan")
        {
            Description = "Pulses from a CSV, instead of --cells.",
            HelpName = "file.csv",
        };
        var resume = new Option<bool>("--resume") { Description = "Go on with the programming that was interrupted." };
        var abandon = new Option<bool>("--abandon") { Description = "Give the interrupted programming up; nothing is fired." };
        var dryRun = CommonOptions.DryRun("Print the frames that would be sent; nothing is opened.");
        var (arm, serial) = (BoardSwitches.Arm("Allow pulses."), BoardSwitches.Serial());
        var (json, quiet, verbose) = (CommonOptions.Json(), CommonOptions.Quiet(), CommonOptions.Verbose());
        var command = new Command("pulse", Help);
        board.AddTo(command);
        Option[] options =
            [cells, direction, count, plan, resume, abandon, dryRun, arm, serial, json, quiet, verbose];
        foreach (var option in options) command.Add(option);
        command.Validators.Add(result => Check(result, cells, direction, plan, resume, abandon));
        command.SetAction(parsed => UserErrors.Guard(() => new BoardPulseVerb
        {
            Board = board.Find(parsed),
            Pulses = parsed.GetValue(plan) is { } file ? PlanFile.Read(file)
                : parsed.GetValue(cells) is { } blocks
                    ? Of(blocks, parsed.GetValue(direction)!, parsed.GetValue(count) ?? 1)
                    : null,
            Abandon = parsed.GetValue(abandon),
            DryRun = parsed.GetValue(dryRun),
            Arm = parsed.GetValue(arm),
            Serial = parsed.GetValue(serial),
            Json = parsed.GetValue(json),
            Quiet = parsed.GetValue(quiet),
        }.Run(), parsed.GetValue(verbose)));
        return command;
    }

    private static void Check(CommandResult result, Option cells, Option direction, params Option[] others)
    {
        var ways = others.Prepend(cells).Count(option => IsGiven(result, option));
        if (ways != 1) result.AddError("give one of --cells, --plan, --resume and --abandon.");
        else if (IsGiven(result, cells) != IsGiven(result, direction)) result.AddError("--cells and --direction go together.");
    }

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    private static IReadOnlyList<CellPulse> Of(IEnumerable<CellBlock> blocks, string direction, int count) =>
        [.. CellText.Cells(blocks).Select(cell => new CellPulse(cell.Row, cell.Column, direction == Up ? count : -count))];
}
