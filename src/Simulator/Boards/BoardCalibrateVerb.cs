using System.CommandLine;
using System.CommandLine.Parsing;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Calibration;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board calibrate</c>: what the readings of a board mean.</summary>
internal sealed record BoardCalibrateVerb
{
    private const string Help =
        """
        Measure known resistors in the place of cells, and write what readings are to be corrected by.

        Example: crossbarsim board calibrate mine.yaml --known "0,0=10 kOhm" --known "0,1=open" --out calibration.json

        Nothing is fired. The file holds gain and offset of this board at the read voltage of its board file; name it
        there as calibration: { file: calibration.json }. It is refused when it is 30 days old, unless valid says else.
        """;

    public required BoardReference Board { get; init; }

    public required IReadOnlyList<KnownCell> Known { get; init; }

    public required string Out { get; init; }

    public int Times { get; init; }

    public bool Json { get; init; }

    public static Command Create()
    {
        var board = new BoardSwitches();
        var known = new Option<KnownCell[]>("--known")
        {
            Description = "A cell and its resistance, or open; at least two that differ.",
            HelpName = "\"0,0=10 kOhm\"",
            Required = true,
            CustomParser = argument => [.. argument.Tokens.Select(token => Read(argument, token.Value))],
        };
        var times = BoardSwitches.Number("--times", "Read every cell so many times [default: 16].", 1, 10_000);
        var output = new Option<string>("--out") { Description = "The file to write.", HelpName = "file", Required = true };
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("calibrate", Help);
        board.AddTo(command);
        foreach (var option in (Option[])[known, times, output, json, verbose]) command.Add(option);
        command.SetAction(parsed => UserErrors.Guard(() => new BoardCalibrateVerb
        {
            Board = board.Find(parsed),
            Known = parsed.GetValue(known)!,
            Out = parsed.GetValue(output)!,
            Times = parsed.GetValue(times) ?? 16,
            Json = parsed.GetValue(json),
        }.Run(), parsed.GetValue(verbose)));
        return command;
    }

    private static KnownCell Read(ArgumentResult argument, string text)
    {
        if (KnownCell.Parse(text) is { } known) return known;
        argument.AddError($"--known: {Printable.Quoted(text)} is not {KnownCell.FormOrOpen}.");
        return default;
    }

    // Readings are taken as they are: an older calibration must not be part of a new one.
    private int Run() => BoardRun.With(Board with { Options = Board.Known with { Calibration = null } }, (open, cancellation) =>
    {
        var points = Known.Select(known => Measure(open.Board, known, cancellation)).ToList();
        var calibration = BoardCalibration.Fit(
            open.Board.Identity.Serial, DateTimeOffset.UtcNow, Board.Known.Read.Voltage, points);
        CalibrationFile.Write(Out, calibration);
        if (Json) JsonText.Print(calibration);
        else Print(calibration);
        return ExitCodes.Ok;
    });

    private CalibrationPoint Measure(IMemristorBoard board, KnownCell known, CancellationToken cancellation)
    {
        var block = new CellBlock(known.Cell.Row, known.Cell.Column, 1, 1);
        var readings = Enumerable.Range(0, Times).Select(_ => board.Read(block, cancellation)[0].Conductance);
        return new CalibrationPoint(known.Siemens, readings.Average());
    }

    private void Print(BoardCalibration calibration)
    {
        TextTable.Print(Console.Out, ["cell", "known", "read", "corrected"], Known.Zip(calibration.Points, (known, point) => new[]
        {
            $"{known.Cell}", BoardRun.Siemens(point.Known), BoardRun.Siemens(point.Read),
            BoardRun.Siemens(calibration.Conductance(point.Read)),
        }));
        Console.Out.WriteLine(FormattableString.Invariant($"gain {calibration.Gain:0.####}, offset ")
            + BoardRun.Siemens(calibration.Offset));
        Console.Out.WriteLine(Out);
    }
}
