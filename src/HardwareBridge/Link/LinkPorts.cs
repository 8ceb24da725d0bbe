using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Ports of board files.</summary>
public static class LinkPorts
{
    /// <summary>Opens the port of a board as its file says.</summary>
    /// <exception cref="TransportException">The port is not there, or not for us.</exception>
    public static ITransport Open(LinkBoardOptions options) => options.Transport switch
    {
        TransportKind.Direct => DirectTransport.Open(options.Port, options.Baud),
        _ => SerialTransport.Open(options.Port, options.Baud),
    };
}
