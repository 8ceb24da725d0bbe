using System.Diagnostics;
using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;

namespace CrossbarSim.Validation.Link;

/// <summary>What pulses through the whole of the host came to.</summary>
/// <param name="Rig">The board.</param>
/// <param name="Form">Lists or sign blocks.</param>
/// <param name="Wanted">Pulses that were to be fired.</param>
/// <param name="Fired">What the board's devices got.</param>
/// <param name="Counted">What the journal on the disk says.</param>
/// <param name="Resent">Frames that were sent again.</param>
/// <param name="Seconds">All of it.</param>
/// <param name="Link">Of that: between sending and the answer.</param>
/// <param name="Pulses">Of that: the pulses themselves.</param>
internal sealed record LinkTrial(
    string Rig, string Form, BoardTotals Wanted, BoardTotals Fired, BoardTotals Counted, int Resent, double Seconds, double Link,
    double Pulses)
{
    public const string Header =
        "rig,transport,form,wanted,fired,in_journal,frames_sent_again,seconds,link_seconds,pulse_seconds,pulses_per_second";

    /// <summary>How the port was spoken to.</summary>
    public string Transport { get; init; } = "";

    /// <summary>Whether every pulse was fired once and counted once.</summary>
    public bool IsExact => Fired == Wanted && Counted == Wanted;

    /// <summary>Pulses a second.</summary>
    public double Rate => Total / Seconds;

    /// <summary>A row of the table.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Rig},{Transport},{Form},{Total},{Fired.Up + Fired.Down},")
        + string.Create(CultureInfo.InvariantCulture, $"{Counted.Up + Counted.Down},{Resent},{Seconds:F3},{Link:F3},{Pulses:F6},{Rate:F0}");

    private long Total => Wanted.Up + Wanted.Down;

    /// <summary>Fires pulses with a journal on the disk.</summary>
    /// <param name="start">Starts the board.</param>
    /// <param name="blocks">Sign blocks, else lists.</param>
    /// <param name="pulses">How many, at least.</param>
    /// <param name="faults">What the line does.</param>
    /// <param name="transport">How the port is spoken to.</param>
    public static LinkTrial Run(
        Func<ILinkRig> start, bool blocks, int pulses, FaultOptions? faults, TransportKind transport = TransportKind.SerialPort)
    {
        using var rig = start();
        var folder = Directory.CreateTempSubdirectory("crossbarsim-link-").FullName;
        try
        {
            var file = Path.Combine(folder, "pulses.journal");
            using (var journal = PulseJournal.Open(file, TimeProvider.System))
            using (var board = LinkBoard.Connect(LinkRigs.Options(rig), () => rig.Open(transport, faults), journal,
                new LinkTiming(), TimeProvider.System))
            {
                board.Arm(board.Identity.Serial);
                return Fire(rig, board, blocks, pulses) with
                {
                    Counted = journal.State.Ledger.Totals,
                    Transport = transport == TransportKind.Direct ? "direct" : "System.IO.Ports",
                };
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static LinkTrial Fire(ILinkRig rig, LinkBoard board, bool blocks, int pulses)
    {
        var perBlock = LinkRigs.Rows * LinkRigs.Columns;
        var signs = blocks ? Enumerable.Range(0, (pulses + perBlock - 1) / perBlock).Select(LinkRigs.Signs).ToList() : [];
        var list = blocks ? [] : LinkRigs.Singles(pulses);
        var all = signs.SelectMany(block => block.Pulses()).Concat(list).ToList();
        var before = rig.Fired();
        var (resent, waited) = (board.Counts.Resent, board.Counts.Waited);
        var watch = Stopwatch.StartNew();
        foreach (var block in signs) board.Pulse(block);
        if (list.Count > 0) board.Pulse(list);
        var seconds = watch.Elapsed.TotalSeconds;
        var (after, up) = (rig.Fired(), all.Count(pulse => pulse.Count > 0));
        return new LinkTrial(rig.Name, blocks ? "sign blocks" : "lists", new BoardTotals(up, all.Count - up),
            new BoardTotals(after.Up - before.Up, after.Down - before.Down), default, board.Counts.Resent - resent, seconds,
            (board.Counts.Waited - waited).TotalSeconds, all.Count * LinkRigs.Width);
    }
}
