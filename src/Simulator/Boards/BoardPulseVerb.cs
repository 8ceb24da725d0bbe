using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Problems;
using CrossbarSim.HardwareBridge;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Safety;
using CrossbarSim.Simulator.Commands;

namespace CrossbarSim.Simulator.Boards;

/// <summary>What <c>board pulse</c> does once the command line is understood.</summary>
internal sealed record BoardPulseVerb
{
    public required BoardReference Board { get; init; }

    /// <summary>The pulses; null goes on with those of the journal.</summary>
    public IReadOnlyList<CellPulse>? Pulses { get; init; }

    public bool Abandon { get; init; }

    public bool DryRun { get; init; }

    public bool Arm { get; init; }

    public uint? Serial { get; init; }

    public bool Json { get; init; }

    public bool Quiet { get; init; }

    public static System.CommandLine.Command Create() => BoardPulseCommand.Create();

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public int Run()
    {
        if (DryRun) return Say();
        if (Abandon) return GiveUp();
        RequireArming();
        return BoardRun.With(Board, Fire);
    }

    private void RequireArming()
    {
        if (!Arm || Serial is null) throw new SafetyLimitException(new Problem("CBS1409", "",
            "pulses change devices for good: they need --arm and --serial NUMBER; --dry-run shows what would be sent"));
    }

    private int Say()
    {
        var journal = Board.Journal is { } file ? JournalContents.Read(file).State : new JournalState();
        var pulses = Pulses ?? Interrupted(journal).Left();
        using var board = new DryRunBoard(Board.Known, journal.Ledger, Console.Out.WriteLine);
        var fired = board.Pulse(pulses);
        Console.Out.WriteLine($"nothing was opened or sent; it would fire {new BoardTotals(fired.Up, fired.Down)}");
        return ExitCodes.Ok;
    }

    private int GiveUp()
    {
        if (Board.Journal is null) throw NoPlan();
        using var journal = PulseJournal.Open(Board.Journal, TimeProvider.System);
        var plan = Interrupted(journal.State);
        journal.Append(PlanRecord.Of([]));
        Console.Out.WriteLine(FormattableString.Invariant($"given up: {plan.Total - plan.Done} of {plan.Total} pulses"));
        return ExitCodes.Ok;
    }

    private int Fire(OpenBoard open, CancellationToken cancellation)
    {
        var (journal, board) = (open.Journal, open.Board);
        var left = Begin(journal);
        var report = new PulseReport(board, journal, left);
        if (left.Count > 0) Send(open, left, cancellation);
        report.Print(Json);
        return ExitCodes.Ok;
    }

    private IReadOnlyList<CellPulse> Begin(PulseJournal journal)
    {
        if (Pulses is null)
        {
            var plan = Interrupted(journal.State);
            if (!Quiet) Console.Error.WriteLine(FormattableString.Invariant(
                $"going on after {plan.Done} of {plan.Total} pulses, {plan.Doubtful} of them in doubt"));
            return plan.Left();
        }

        if (journal.State.Plan is { IsOpen: true } open) throw new BoardException("CBS1312", FormattableString.Invariant(
            $"a programming stands at {open.Done} of {open.Total} pulses: go on with --resume, or give it up with --abandon"));
        return Pulses;
    }

    private void Send(OpenBoard open, IReadOnlyList<CellPulse> left, CancellationToken cancellation)
    {
        open.Board.Arm(Serial!.Value);
        if (Pulses is not null)
        {
            open.Board.Check(left);
            open.Journal.Append(PlanRecord.Of(Pulses));
        }

        var plan = open.Journal.State.Plan!;
        open.Journal.InPlan = true;
        try
        {
            using var progress = Quiet ? null : new PulseProgress(plan);
            open.Board.Pulse(left, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Told like any other end; the exit code is that of the interrupt.
        }
        finally
        {
            if (plan.IsOpen) Console.Error.WriteLine(FormattableString.Invariant(
                $"{plan.Done} of {plan.Total} pulses are done; 'board pulse --resume' goes on with the rest"));
        }
    }

    private static PlanProgress Interrupted(JournalState journal) =>
        journal.Plan is { IsOpen: true } plan ? plan : throw NoPlan();

    private static BoardException NoPlan() => new("CBS1312", "no programming was interrupted: there is nothing to go on with");
}
