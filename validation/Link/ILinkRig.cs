using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.Validation.Link;

/// <summary>A board behind a pseudo-terminal that knows by itself what it fired.</summary>
internal interface ILinkRig : IDisposable
{
    /// <summary>Name in the tables.</summary>
    string Name { get; }

    /// <summary>The port.</summary>
    string Port { get; }

    /// <summary>What was really fired, whatever the protocol says.</summary>
    BoardTotals Fired();

    /// <summary>Opens the port with faults on the line.</summary>
    /// <param name="transport">How.</param>
    /// <param name="faults">What goes wrong; null: nothing.</param>
    ITransport Open(TransportKind transport, FaultOptions? faults)
    {
        var port = BoardPorts.Open(LinkRigs.Options(this) with { Transport = transport });
        return faults is null ? port : new FaultyTransport(port, faults);
    }
}
