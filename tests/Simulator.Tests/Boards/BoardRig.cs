using CrossbarSim.Core.Devices;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.Simulator.Tests.Commands;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Simulator.Tests.Boards;

/// <summary>An emulated board on a pseudo-terminal, with its board file.</summary>
internal sealed class BoardRig : IDisposable
{
    public const string Serial = "1001";

    private readonly EmulatedPort _port;

    public BoardRig(string folder, bool canForm = false, string limits = "pulses_per_cell: 100, pulses_per_call: 40")
    {
        Assert.SkipUnless(PseudoTerminal.IsSupported, "this system has no pseudo-terminals");
        var link = Path.Combine(folder, "port");
        DeviceOptions device = SmallDevices.Linear(100);
        Emulator = new LinkEmulator(
            new EmulatorOptions
            {
                Rows = 8,
                Columns = 8,
                Device = device,
                Shorted = new HashSet<Core.Boards.Cell> { new(7, 7) },
                CanForm = canForm,
            },
            TimeProvider.System);
        _port = new EmulatedPort(Emulator, link);
        _port.Plug();
        File = Path.Combine(folder, "mine.yaml");
        var compliance = canForm ? ", compliance: 100 uA" : "";
        System.IO.File.WriteAllText(File, $$"""
            kind: link
            port: {{link}}
            rows: 8
            columns: 8
            pulses:
              set: { voltage: 1.2 V, width: 1 us{{compliance}} }
              reset: { voltage: -1.1 V, width: 1 us{{compliance}} }
            limits: { voltage: 2 V, width: 10 us, {{limits}} }
            """);
    }

    public LinkEmulator Emulator { get; }

    public string File { get; }

    public string Port => _port.Path;

    public void Unplug() => _port.Unplug();

    /// <summary>Runs <c>board VERB FILE ...</c>.</summary>
    public CliResult Run(string verb, params string[] arguments) => Cli.Run(["board", verb, File, .. arguments]);

    /// <summary>Fires.</summary>
    public CliResult Pulse(params string[] arguments) => Run("pulse", [.. arguments, "--arm", "--serial", Serial]);

    public void Dispose() => _port.Dispose();
}
