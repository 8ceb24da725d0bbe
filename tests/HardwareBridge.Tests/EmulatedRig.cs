using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.TestSupport;

namespace CrossbarSim.HardwareBridge.Tests;

/// <summary>An emulated board and a line in memory that can be cut and is found again when it is opened again.</summary>
internal sealed class EmulatedRig : IDisposable
{
    public const uint Serial = 1001;

    private readonly FaultOptions? _faults;
    private EmulatorServer? _server;

    public EmulatedRig(
        int rows = 8, int columns = 8, FaultOptions? faults = null, Func<EmulatorOptions, EmulatorOptions>? with = null)
    {
        _faults = faults;
        var options = new EmulatorOptions { Rows = rows, Columns = columns, Device = SmallDevices.Linear(100), Serial = Serial };
        Emulator = new LinkEmulator(with?.Invoke(options) ?? options, TimeProvider.System);
        Options = Board(rows, columns);
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public LinkEmulator Emulator { get; }

    public LinkBoardOptions Options { get; set; }

    /// <summary>Given every server as it starts.</summary>
    public Action<EmulatorServer>? OnOpen { get; set; }

    /// <summary>Whether the port is there.</summary>
    public bool IsPresent { get; set; } = true;

    public static LinkBoardOptions Board(int rows, int columns) => new()
    {
        Port = "memory",
        Rows = rows,
        Columns = columns,
        Pulses = new PulsePairOptions
        {
            Set = new PulseOptions { Voltage = 1.2, Width = 1e-6 },
            Reset = new PulseOptions { Voltage = -1.1, Width = 1e-6 },
        },
        Limits = new LimitOptions { Voltage = 2, Width = 10e-6 },
        Watchdog = 5,
    };

    public ITransport Open()
    {
        if (!IsPresent) throw new TransportException("memory", "there is no such port");
        _server?.Dispose();
        var (host, board) = PipeTransport.Pair();
        _server = new EmulatorServer(Emulator, board, _faults);
        OnOpen?.Invoke(_server);
        return host;
    }

    public LinkBoard Connect(PulseJournal journal, LinkTiming? timing = null) =>
        LinkBoard.Connect(Options, Open, journal, timing ?? new LinkTiming(), TimeProvider.System);

    public LinkBoard ConnectArmed(PulseJournal journal, LinkTiming? timing = null)
    {
        var board = Connect(journal, timing);
        board.Arm(Serial);
        return board;
    }

    /// <summary>Every cell: what was fired, and what the journal counts.</summary>
    public IEnumerable<(Cell Cell, BoardTotals Fired, BoardTotals Counted)> Cells(PulseJournal journal) =>
        from row in Enumerable.Range(0, Options.Rows)
        from column in Enumerable.Range(0, Options.Columns)
        let cell = new Cell(row, column)
        let account = journal.State.Ledger[cell]
        select (cell, Emulator.Array.Fired(cell), new BoardTotals(account.Up, account.Down));

    public void Dispose() => _server?.Dispose();
}
