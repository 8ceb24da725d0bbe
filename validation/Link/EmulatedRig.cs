using CrossbarSim.Core.Boards;
using CrossbarSim.Core.Devices;
using CrossbarSim.HardwareBridge.Emulation;

namespace CrossbarSim.Validation.Link;

/// <summary>The emulator.</summary>
internal sealed class EmulatedRig : ILinkRig
{
    private readonly LinkEmulator _board = new(new EmulatorOptions
    {
        Rows = LinkRigs.Rows,
        Columns = LinkRigs.Columns,
        Device = new LinearDeviceOptions { Gmin = 1e-6, Gmax = 5e-5, Pulses = 255 },
    }, TimeProvider.System);

    private readonly EmulatedPort _port;

    public EmulatedRig()
    {
        _port = new EmulatedPort(_board, null);
        _port.Plug();
    }

    public string Name => "emulator";

    public string Port => _port.Path;

    public BoardTotals Fired() => _board.Array.Totals;

    public void Dispose() => _port.Dispose();
}
