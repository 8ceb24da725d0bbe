using System.CommandLine;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge.Safety;
using CrossbarSim.Simulator.Commands;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board form</c>: electroforming of one cell, with an arming of its own.</summary>
internal static class BoardFormVerb
{
    private const string Help =
        """
        Form one cell with a rising ramp that ends once it conducts.

        Example: crossbarsim board form mine.yaml --cell 3,5 --from "1 V" --to "3 V" --step "50 mV" --width "1 ms"
          --compliance "100 uA" --target "20 uS" --arm-forming --serial 42

        It needs a board that can, a budget of forming pulses in the board file (limits.budgets.forming), a compliance
        current, and --arm-forming with the board's serial number. It is never part of training.
        """;

    public static Command Create()
    {
        var board = new BoardSwitches();
        var cell = BoardSwitches.Cells("The cell", "--cell");
        Option<double?>[] amounts =
        [
            BoardSwitches.Amount("--from", "V", "1 V", "First pulse."), BoardSwitches.Amount("--to", "V", "3 V", "Last pulse."),
            BoardSwitches.Amount("--step", "V", "50 mV", "From pulse to pulse."),
            BoardSwitches.Amount("--width", "s", "1 ms", "Width of every pulse."),
            BoardSwitches.Amount("--compliance", "A", "100 uA", "Current limit."),
            BoardSwitches.Amount("--target", "S", "20 uS", "Conductance at which the cell is formed."),
        ];
        cell.Required = true;
        foreach (var amount in amounts) amount.Required = true;
        var (arm, serial) = (new Option<bool>("--arm-forming") { Description = "Allow forming." }, BoardSwitches.Serial());
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("form", Help);
        board.AddTo(command);
        foreach (var option in (Option[])[cell, .. amounts, arm, serial, json, verbose]) command.Add(option);
        command.SetAction(parsed => UserErrors.Guard(() => Run(
            board.Find(parsed), parsed.GetValue(cell)!, [.. amounts.Select(amount => parsed.GetValue(amount)!.Value)],
            parsed.GetValue(arm) ? parsed.GetValue(serial) : null, parsed.GetValue(json)), parsed.GetValue(verbose)));
        return command;
    }

    private static int Run(BoardReference board, IReadOnlyList<CellBlock> cells, double[] amounts, uint? serial, bool json)
    {
        if (cells is not [{ Count: 1 } one]) throw Refused("forming is done one cell at a time");
        if (serial is null) throw Refused("forming changes a device for good: it needs --arm-forming and --serial NUMBER");
        if (amounts is not [var from, var to, var step, var width, var compliance, var target])
            throw new ArgumentException("six amounts", nameof(amounts));
        var plan = new FormingPlan(
            one.Row, one.Column, from, step, to, width, compliance, board.Known.Read.Voltage, target);
        return BoardRun.With(board, (open, _) =>
        {
            open.Board.Arm(serial.Value, forming: true);
            var (fired, conductance) = open.Link.Form(plan);
            var formed = conductance >= target;
            if (json) JsonText.Print(new { one.Row, one.Column, Pulses = fired.Total, Siemens = conductance, Formed = formed });
            else Console.Out.WriteLine(FormattableString.Invariant($"cell {one[0]}: {fired.Total} pulses, ")
                + $"{BoardRun.Siemens(conductance)}, {(formed ? "formed" : "not formed")} ({fired.Stop})");
            return ExitCodes.Ok;
        });
    }

    private static SafetyLimitException Refused(string message) => new(new Problem("CBS1410", "", message));
}
