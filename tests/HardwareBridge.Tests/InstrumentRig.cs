using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Instruments;
using CrossbarSim.HardwareBridge.Journal;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.TestSupport;

namespace CrossbarSim.HardwareBridge.Tests;

/// <summary>An emulated instrument and a line in memory that is found again when it is opened again.</summary>
internal sealed class InstrumentRig(IEmulatedInstrument emulator, BoardOptions options, FaultOptions? faults = null) : IDisposable
{
    private InstrumentServer? _server;
    private uint _opened;

    /// <summary>Waits that suit a board which answers at once.</summary>
    public static InstrumentTiming Quick { get; } = new()
    {
        Reset = TimeSpan.FromMilliseconds(5),
        Greeting = TimeSpan.FromMilliseconds(150),
        Reply = TimeSpan.FromMilliseconds(150),
        Reconnect = TimeSpan.FromSeconds(5),
    };

    public IEmulatedInstrument Emulator => emulator;

    public BoardOptions Options { get; set; } = options;

    /// <summary>Given every server as it starts.</summary>
    public Action<InstrumentServer>? OnOpen { get; set; }

    /// <summary>Whether the port is there.</summary>
    public bool IsPresent { get; set; } = true;

    public static InstrumentRig ArcOne(
        int rows = 8, int columns = 8, FaultOptions? faults = null, Func<EmulatorOptions, EmulatorOptions>? with = null) =>
        new(new ArcOneEmulator((with ?? (options => options))(Devices(rows, columns))), ArcOneOptions(rows, columns), faults);

    public static ArcOneBoardOptions ArcOneOptions(int rows, int columns) => new()
    {
        Port = "memory",
        Serial = EmulatedRig.Serial,
        Rows = rows,
        Columns = columns,
        Read = new ReadOptions { Samples = 1 },
        Pulses = EmulatedRig.Board(rows, columns).Pulses,
        Limits = EmulatedRig.Board(rows, columns).Limits,
    };

    public static EmulatorOptions Devices(int rows, int columns) =>
        new() { Rows = rows, Columns = columns, Device = SmallDevices.Linear(100), Serial = EmulatedRig.Serial };

    public ITransport Open()
    {
        if (!IsPresent) throw new TransportException("memory", "there is no such port");
        _server?.Dispose();
        var (host, board) = PipeTransport.Pair();

        // The n-th frame suffers what the seed says: with the same seed, every attempt to connect would fail alike.
        _server = new InstrumentServer(emulator, board, faults is null ? null : faults with { Seed = faults.Seed + _opened++ });
        OnOpen?.Invoke(_server);
        return host;
    }

    public InstrumentBoard Connect(PulseJournal journal, InstrumentTiming? timing = null) =>
        InstrumentBoard.Connect(Options, Open, journal, timing ?? Quick, TimeProvider.System);

    public InstrumentBoard ConnectArmed(PulseJournal journal, InstrumentTiming? timing = null)
    {
        var board = Connect(journal, timing);
        board.Arm(EmulatedRig.Serial);
        return board;
    }

    /// <summary>Every cell: the journal's count and the board's agree, but for doubtful pulses.</summary>
    public void AssertAccounts(PulseJournal journal)
    {
        var cells = new CellBlock(0, 0, Options.Rows, Options.Columns);
        for (var k = 0; k < cells.Count; k++)
        {
            var (fired, account) = (emulator.Array.Fired(cells[k]), journal.State.Ledger[cells[k]]);
            Assert.InRange(fired.Up + fired.Down, account.Up + account.Down, account.Worst);
            Assert.True(fired.Up >= account.Up && fired.Down >= account.Down, $"{cells[k]}: fired {fired}, counted {account}");
        }
    }

    public void Dispose() => _server?.Dispose();
}
