using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Boards;

/// <summary>Ports of board files.</summary>
public static class BoardPorts
{
    // The mbed of an ArC ONE: 8 data bits, even parity (libarc1 and arc1_pyqt).
    private static readonly LineOptions ArcOne = new() { Parity = LineParity.Even };

    /// <summary>Opens the port of a board as its file says.</summary>
    /// <exception cref="TransportException">The port is not there, or not for us.</exception>
    public static ITransport Open(BoardOptions options) => options switch
    {
        LinkBoardOptions { Transport: TransportKind.Direct } => DirectTransport.Open(options.Port, options.Baud),
        ArcOneBoardOptions => SerialTransport.Open(options.Port, options.Baud, ArcOne),
        TemplateBoardOptions board => SerialTransport.Open(options.Port, options.Baud, board.Line),
        _ => SerialTransport.Open(options.Port, options.Baud),
    };
}
