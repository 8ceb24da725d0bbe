using System.CommandLine;
using System.Globalization;
using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.Simulator.Commands;
using CrossbarSim.Simulator.Configuration;
using CrossbarSim.Simulator.Terminal;

namespace CrossbarSim.Simulator.Boards;

/// <summary><c>board emulate</c>: a board with simulated devices on a pseudo-terminal.</summary>
internal static class BoardEmulateVerb
{
    private const string Help =
        """
        Emulate a board on a pseudo-terminal, byte for byte, until Ctrl-C.

        Example: crossbarsim board emulate --port-link board-port --device ag-asi-jo-2010 --rows 32 --columns 20

        Any program can open the port, whose path is printed. The devices are simulated by the laws of Core and start at
        P = 0. On Linux and macOS.

        From a pipe, or with --commands from the keyboard too, it takes lines: reset (a new boot; the devices keep their
        state), totals (what was really fired), unplug [SECONDS] (the port goes, and comes back), quit.
        """;

    public static Command Create()
    {
        var kind = new Option<string>("--kind") { Description = "Which kind of board.", DefaultValueFactory = _ => "link" };
        kind.AcceptOnlyFromAmong("link");
        var link = new Option<string?>("--port-link")
        {
            Description = "Symbolic link to the port [default: none; the device's path changes from run to run].",
            HelpName = "path",
        };
        var device = new Option<string>("--device")
        {
            Description = "Device file or preset.",
            HelpName = "device",
            DefaultValueFactory = _ => "seed-linear",
        };
        var rows = BoardSwitches.Number("--rows", "Word lines [default: 32].", 1, 1024);
        var columns = BoardSwitches.Number("--columns", "Bit lines [default: 32].", 1, 1024);
        var serial = new Option<uint>("--serial")
        {
            Description = "Its serial number.",
            HelpName = "number",
            DefaultValueFactory = _ => 1001,
        };
        var noise = new Option<double>("--read-noise")
        {
            Description = "Relative spread of one reading, 0 to 1.",
            HelpName = "share",
        };
        noise.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }]
                && double.TryParse(text, CultureInfo.InvariantCulture, out var share) && share is not (>= 0 and <= 1))
                result.AddError("--read-noise: give a number from 0 to 1.");
        });
        var (stuck, shorted) = (BoardSwitches.Cells("Cells that no pulse moves", "--stuck"),
            BoardSwitches.Cells("Cells that conduct without end", "--shorted"));
        var forming = new Option<bool>("--forming") { Description = "It can form cells and limits currents." };
        var faults = new Option<FaultOptions?>("--faults")
        {
            Description = "What the line does to frames, as corrupt=0.05,drop-replies=0.05,duplicate=,delay=,split=,beats=.",
            HelpName = "faults",
            CustomParser = argument => BoardSwitches.Read(argument, "--faults", FaultText.Form, FaultText.Parse),
        };
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of spread, noise, faults and boots.",
            HelpName = "n",
            DefaultValueFactory = _ => 1,
        };
        var commands = new Option<bool>("--commands") { Description = "Take lines from the keyboard too." };
        var verbose = CommonOptions.Verbose();
        var command = new Command("emulate", Help)
        {
            kind, link, device, rows, columns, serial, noise, stuck, shorted, forming, faults, seed, commands, verbose,
        };
        command.SetAction(parsed => UserErrors.Guard(() => Run(
            new EmulatorOptions
            {
                Rows = parsed.GetValue(rows) ?? 32,
                Columns = parsed.GetValue(columns) ?? 32,
                Device = Loaded.OrThrow(DeviceLoader.Load(parsed.GetValue(device)!)),
                Serial = parsed.GetValue(serial),
                ReadNoise = parsed.GetValue(noise),
                Stuck = CellsOf(parsed.GetValue(stuck)),
                Shorted = CellsOf(parsed.GetValue(shorted)),
                CanForm = parsed.GetValue(forming),
                Seed = parsed.GetValue(seed),
            },
            parsed.GetValue(link), (parsed.GetValue(faults) ?? new FaultOptions()) with { Seed = parsed.GetValue(seed) },
            parsed.GetValue(commands)), parsed.GetValue(verbose)));
        return command;
    }

    private static HashSet<Cell> CellsOf(IReadOnlyList<CellBlock>? blocks) => [.. CellText.Cells(blocks ?? [])];

    private static int Run(EmulatorOptions options, string? link, FaultOptions faults, bool commands)
    {
        var board = new LinkEmulator(options, TimeProvider.System);
        using var interrupt = new Interrupt("the board goes");
        using var port = new EmulatedPort(board, link, faults);
        port.Plug();
        Console.Out.WriteLine(FormattableString.Invariant(
            $"ready {port.Path}: {options.Rows} x {options.Columns}, serial number {options.Serial}; Ctrl-C ends it"));
        using var quit = CancellationTokenSource.CreateLinkedTokenSource(interrupt.Token);
        if (commands || Console.IsInputRedirected) _ = Task.Run(() => Listen(board, port, options, quit), CancellationToken.None);
        quit.Token.WaitHandle.WaitOne();
        return ExitCodes.Ok;
    }

    private static void Listen(LinkEmulator board, EmulatedPort port, EmulatorOptions options, CancellationTokenSource quit)
    {
        while (Console.In.ReadLine() is { } line)
        {
            switch (line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["reset"]:
                    board.Reboot();
                    Console.Out.WriteLine("reset");
                    break;
                case ["totals"]:
                    Console.Out.WriteLine($"totals {board.Array.Totals}");
                    break;
                case ["unplug", .. var rest] when Seconds(rest) is { } seconds:
                    port.Unplug();
                    Thread.Sleep(TimeSpan.FromSeconds(seconds));
                    port.Plug();
                    Console.Out.WriteLine($"ready {port.Path}");
                    break;
                case ["quit"]:
                    quit.Cancel();
                    return;
                case []:
                    break;
                default:
                    Console.Error.WriteLine($"{Printable.Quoted(line)} is none of reset, totals, unplug [SECONDS] and quit");
                    break;
            }
        }
    }

    private static double? Seconds(string[] words) => words switch
    {
        [] => 1,
        [var text] when double.TryParse(text, CultureInfo.InvariantCulture, out var value)
            && value is >= 0 and <= 3600 => value,
        _ => null,
    };
}
