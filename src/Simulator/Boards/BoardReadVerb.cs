using System.CommandLine;
using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Results;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Plots;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board read</c>: conductances of cells.</summary>
internal sealed record BoardReadVerb
{
    private const int MostPrinted = 64;

    private const string Help =
        """
        Read cells, as a table, a heat map and a CSV.

        Example: crossbarsim board read configs/boards/link.yaml --cells "0..7,3" --times 10 --out reading

        The spread is the standard deviation of one reading, which is itself the mean of the board file's samples.
        Of more than 64 cells a summary is printed; --out or --json tells each.
        """;

    public required BoardReference Board { get; init; }

    public IReadOnlyList<CellBlock>? Cells { get; init; }

    public int Times { get; init; } = 1;

    public string? Out { get; init; }

    public bool Json { get; init; }

    public static Command Create()
    {
        var board = new BoardSwitches();
        var cells = BoardSwitches.Cells("Cells to read [default: all]");
        var times = BoardSwitches.Number("--times", "Read so many times, for mean and spread [default: 1].", 1, 10_000);
        var output = CommonOptions.Out("Folder for cells.csv and the heat map", "none are written");
        var (json, verbose) = (CommonOptions.Json(), CommonOptions.Verbose());
        var command = new Command("read", Help);
        board.AddTo(command);
        foreach (var option in (Option[])[cells, times, output, json, verbose]) command.Add(option);
        command.SetAction(parsed => UserErrors.Guard(() => new BoardReadVerb
        {
            Board = board.Find(parsed),
            Cells = parsed.GetValue(cells),
            Times = parsed.GetValue(times) ?? 1,
            Out = parsed.GetValue(output),
            Json = parsed.GetValue(json),
        }.Run(), parsed.GetValue(verbose)));
        return command;
    }

    private int Run()
    {
        using var output = Out is null ? null : OutputFolder.Open(Out, "out");
        return BoardRun.With(Board, (open, cancellation) =>
        {
            var identity = open.Board.Identity;
            var blocks = Cells ?? [new CellBlock(0, 0, identity.Rows, identity.Columns)];
            var cells = CellStatistics.Of([.. Enumerable.Range(0, Times).Select(_ => Once(open.Board, blocks, cancellation))]);
            var files = Out is null ? [] : Write(Out, identity, cells);
            if (Json) JsonText.Print(new { Board = identity, Times, Cells = cells, Files = files });
            else Print(cells, files);
            return ExitCodes.Ok;
        });
    }

    private static List<CellReading> Once(IDrivenBoard board, IReadOnlyList<CellBlock> blocks, CancellationToken cancellation) =>
        [.. blocks.SelectMany(block => board.Read(block, cancellation)).DistinctBy(reading => reading.Cell)];

    private static string[] Write(string folder, BoardIdentity board, IReadOnlyList<CellStatistics> cells)
    {
        var table = Path.Combine(folder, "cells.csv");
        WholeTable.Write(table, ["row", "column", "conductance_siemens", "spread_siemens"], cells.Select(cell => new[]
        {
            Text(cell.Row), Text(cell.Column), Text(cell.MeanSiemens), Text(cell.SpreadSiemens),
        }));
        var map = new double[board.Rows * board.Columns];
        Array.Fill(map, double.NaN);
        foreach (var cell in cells) map[cell.Row * board.Columns + cell.Column] = cell.MeanSiemens;
        var finite = map.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var window = new ConductanceWindow(finite.Min(), Math.Max(finite.Max(), finite.Min() + 1e-12));
        var picture = ConductanceMapFigure.Save(
            new ConductanceMap($"Board {board.Serial}", board.Rows, board.Columns, map, window), Path.Combine(folder, "map"));
        return [table, picture.Png, picture.Svg];
    }

    private void Print(IReadOnlyList<CellStatistics> cells, IReadOnlyList<string> files)
    {
        if (cells.Count <= MostPrinted)
            TextTable.Print(Console.Out, ["row", "column", "conductance", "spread"], cells.Select(cell => new[]
            {
                Text(cell.Row), Text(cell.Column), BoardRun.Siemens(cell.MeanSiemens),
                Times == 1 || !double.IsFinite(cell.MeanSiemens) ? "-" : BoardRun.Siemens(cell.SpreadSiemens),
            }));
        else
            Summarise(cells);
        foreach (var file in files) Console.Out.WriteLine(file);
    }

    private void Summarise(IReadOnlyList<CellStatistics> cells)
    {
        var finite = cells.Where(cell => double.IsFinite(cell.MeanSiemens)).Select(cell => cell.MeanSiemens).Order().ToList();
        Console.Out.WriteLine(FormattableString.Invariant($"{cells.Count} cells, each read {Times} times"));
        if (finite.Count > 0) Console.Out.WriteLine($"least {BoardRun.Siemens(finite[0])}, median "
            + $"{BoardRun.Siemens(finite[finite.Count / 2])}, most {BoardRun.Siemens(finite[^1])}");
        if (finite.Count < cells.Count)
            Console.Out.WriteLine(FormattableString.Invariant($"{cells.Count - finite.Count} cells beyond the range"));
        if (Times > 1) Console.Out.WriteLine($"mean spread of a reading {BoardRun.Siemens(cells.Average(c => c.SpreadSiemens))}");
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
