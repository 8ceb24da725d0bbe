using CrossbarSim.HardwareBridge;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Transport;
using CrossbarSim.Simulator.Boards;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Composition;

/// <summary>The one place that decides which board serves a run.</summary>
internal static class BoardFactory
{
    /// <summary>What stands for a board that is made for one command.</summary>
    public const string Emulated = "emulated";

    private const string EmulatedDevice = "seed-linear";
    private const string EmulatedKind = "link";
    private const string JournalExtension = ".journal";
    private const int Lines = 32;

    // That of the reference firmware.
    private const int PlainBaud = 1_000_000;

    private static readonly string[] Endings = [".yaml", ".yml"];

    /// <summary>Finds out what a name means: a board file, a port, or <c>emulated[:kind]</c>.</summary>
    /// <param name="text">The name.</param>
    /// <param name="journal">Path of the journal; absent: beside the board file.</param>
    /// <exception cref="LocatedConfigurationException">The file has errors.</exception>
    /// <exception cref="BoardException">There is no such kind: CBS1310.</exception>
    public static BoardReference Find(string text, string? journal = null)
    {
        if (text == Emulated || text.StartsWith($"{Emulated}:", StringComparison.Ordinal)) return EmulatedBoard(text, journal);
        return IsFile(text) ? OfFile(text, journal) : new BoardReference(text, text) { Journal = journal };
    }

    /// <summary>Opens port and journal and connects the board.</summary>
    public static OpenBoard Open(BoardReference board)
    {
        var options = board.Known;
        if (!board.IsEmulated) return OpenBoard.Open(options, board.Journal, TimeProvider.System);
        var device = Loaded.OrThrow(DeviceLoader.Load(EmulatedDevice));
        var emulator = new LinkEmulator(
            new EmulatorOptions { Rows = options.Rows, Columns = options.Columns, Device = device }, TimeProvider.System);
        return OpenBoard.Open(options, board.Journal, TimeProvider.System, () => Line(emulator));
    }

    /// <summary>Opens a port without asking anything of a file: to greet the board, or to stop it.</summary>
    public static ITransport OpenPort(BoardReference board) => board.Options is { } options
        ? BoardPorts.Open(options)
        : SerialTransport.Open(board.Port, PlainBaud);

    private static PipeTransport Line(LinkEmulator emulator)
    {
        var (host, inner) = PipeTransport.Pair(Emulated);
        _ = new EmulatorServer(emulator, inner);
        return host;
    }

    // A port may be named by a link of any name; what is no device is meant as a file.
    private static bool IsFile(string text) =>
        Endings.Contains(Path.GetExtension(text).ToLowerInvariant())
        || (File.Exists(text) && !Target(text).StartsWith("/dev/", StringComparison.Ordinal));

    private static string Target(string path) =>
        File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);

    private static BoardReference OfFile(string file, string? journal)
    {
        var session = new LoadSession();
        var options = Loaded.OrThrow(session.Bind<BoardOptions>(session.Expect(session.Parse(file), FileKind.Board)));
        if (options is not LinkBoardOptions link) throw new BoardException("CBS1310",
            $"{file}: boards of this kind cannot be driven yet, only checked; kind: link can");
        return new BoardReference(file, link.Port)
        {
            Options = link,
            Journal = journal ?? Path.ChangeExtension(file, JournalExtension),
        };
    }

    private static BoardReference EmulatedBoard(string text, string? journal)
    {
        if (text != Emulated && text[(Emulated.Length + 1)..] != EmulatedKind) throw new BoardException("CBS1310",
            $"{Printable.Quoted(text)}: the kinds of emulated boards are {EmulatedKind}");
        return new BoardReference(text, Emulated)
        {
            IsEmulated = true,
            Journal = journal,
            Options = new LinkBoardOptions
            {
                Port = Emulated,
                Rows = Lines,
                Columns = Lines,
                Pulses = new PulsePairOptions
                {
                    Set = new PulseOptions { Voltage = 1.2, Width = 1e-6 },
                    Reset = new PulseOptions { Voltage = -1.1, Width = 1e-6 },
                },
                Limits = new LimitOptions { Voltage = 2, Width = 10e-6 },
            },
        };
    }
}
