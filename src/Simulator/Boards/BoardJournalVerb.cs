using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.Experiments.Results;
using CrossbarSim.HardwareBridge;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary>What <c>board journal</c> does once the command line is understood.</summary>
internal sealed record BoardJournalVerb
{
    private static readonly string[] Columns =
    [
        "utc", "session", "boot", "sequence", "command", "row", "column", "pulses", "result", "fired_up", "fired_down",
        "up_volts", "up_width_seconds", "down_volts", "down_width_seconds", "compliance_amperes",
    ];

    public required string File { get; init; }

    /// <summary>The board, where the journal is checked against it.</summary>
    public BoardReference? Board { get; init; }

    public IReadOnlyList<CellBlock>? Cells { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public int? Session { get; init; }

    public bool Totals { get; init; }

    public string? Out { get; init; }

    public int Last { get; init; } = 20;

    public bool Json { get; init; }

    public static System.CommandLine.Command Create() => BoardJournalCommand.Create();

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (Board is not null) return JournalCheck.Run(Board, File, Json);
        if (!System.IO.File.Exists(File)) throw new BoardException("CBS1309", $"{File}: there is no such journal");
        var journal = JournalContents.Read(File);
        if (Totals) PrintTotals(journal.State);
        else PrintCommands([.. JournalEntry.Of(journal.Records).Where(IsMeant)], journal);
        return ExitCodes.Ok;
    }

    private bool IsMeant(JournalEntry entry) =>
        (Session is not { } session || entry.Session == session)
        && (Since is not { } since || entry.Intent.Utc >= since) && (Until is not { } until || entry.Intent.Utc <= until)
        && (Cells is null || entry.Intent.Pulses.Any(pulse => IsMeant(pulse.Cell)));

    private bool IsMeant(Cell cell) => Cells is null || Cells.Any(block =>
        cell.Row >= block.Row && cell.Row < block.Row + block.Rows
        && cell.Column >= block.Column && cell.Column < block.Column + block.Columns);

    private void PrintCommands(IReadOnlyList<JournalEntry> entries, JournalContents journal)
    {
        if (Out is not null) WholeTable.Write(Out, Columns, entries.SelectMany(Rows));
        if (Json)
        {
            JsonText.Print(new { File, Commands = entries.Select(Summary), Plan = Plan(journal.State), Exported = Out });
            return;
        }

        TextTable.Print(Console.Out, ["time", "session", "number", "command", "cells", "result", "fired"],
            entries.TakeLast(Last).Select(Line));
        if (entries.Count > Last)
            Console.Out.WriteLine(FormattableString.Invariant($"the last {Last} of {entries.Count}; --last shows more"));
        if (journal.State.Plan is { IsOpen: true } plan) Console.Out.WriteLine(FormattableString.Invariant(
            $"a programming stands at {plan.Done} of {plan.Total} pulses: 'board pulse --resume' goes on"));
        if (journal.Torn > 0)
            BoardRun.Warn(FormattableString.Invariant($"the last {journal.Torn} bytes are a record that was never finished"));
        if (Out is not null) Console.Out.WriteLine(Out);
    }

    private static object? Plan(JournalState state) =>
        state.Plan is { } plan ? new { plan.Done, plan.Total, plan.Doubtful } : null;

    private static object Summary(JournalEntry entry) => new
    {
        entry.Intent.Utc,
        entry.Session,
        entry.Intent.Sequence,
        Command = entry.Intent.Command.ToString().ToLowerInvariant(),
        Cells = entry.Intent.Pulses.Select(pulse => pulse.ToString()),
        entry.Result,
        Up = entry.Outcome?.Fired.Up ?? 0,
        Down = entry.Outcome?.Fired.Down ?? 0,
    };

    private static string[] Line(JournalEntry entry)
    {
        var pulses = entry.Intent.Pulses;
        return
        [
            entry.Intent.Utc.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Text(entry.Session),
            Text(entry.Intent.Sequence), entry.Intent.Command.ToString().ToLowerInvariant(),
            pulses.Count <= 3 ? string.Join(' ', pulses)
                : $"{pulses[0]} .. {pulses[^1]} ({Text(pulses.Count)} cells)", entry.Result,
            entry.Outcome is { Result: OutcomeResult.Done, Fired: var fired }
                ? new BoardTotals(fired.Up, fired.Down).ToString() : "-",
        ];
    }

    private IEnumerable<string[]> Rows(JournalEntry entry)
    {
        var (intent, wave, fired) = (entry.Intent, entry.Intent.Waveform, entry.Fired);
        return intent.Pulses.Index().Where(pulse => IsMeant(pulse.Item.Cell)).Select(pulse => new[]
        {
            intent.Utc.ToString("O", CultureInfo.InvariantCulture), Text(entry.Session), Text(entry.Boot), Text(intent.Sequence),
            intent.Command.ToString().ToLowerInvariant(), Text(pulse.Item.Row), Text(pulse.Item.Column), Text(pulse.Item.Count),
            entry.Result, Text(pulse.Index < fired.Count ? fired[pulse.Index].Up : 0),
            Text(pulse.Index < fired.Count ? fired[pulse.Index].Down : 0), Text(wave.UpVoltage), Text(wave.UpWidth),
            Text(wave.DownVoltage), Text(wave.DownWidth), Text(wave.Compliance),
        });
    }

    private void PrintTotals(JournalState state)
    {
        var cells = state.Ledger.Cells.Where(IsMeant).Select(cell => (Cell: cell, Account: state.Ledger[cell])).ToList();
        string[] columns = ["row", "column", "up", "down", "forming", "in_doubt", "p"];
        var rows = cells.Select(cell => new[]
        {
            Text(cell.Cell.Row), Text(cell.Cell.Column), Text(cell.Account.Up), Text(cell.Account.Down),
            Text(cell.Account.Forming), Text(cell.Account.Doubtful), cell.Account.P is { } p ? Text(p) : "",
        }).ToList();
        if (Out is not null) WholeTable.Write(Out, columns, rows);
        if (Json)
            JsonText.Print(new
            {
                File,
                Cells = cells.Select(cell => new { cell.Cell.Row, cell.Cell.Column, cell.Account }),
            });
        else
        {
            TextTable.Print(Console.Out, columns, rows);
            Console.Out.WriteLine($"all cells: {state.Ledger.Totals}, {Text(state.Ledger.Uncertain.Count)} cells in doubt");
        }
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
