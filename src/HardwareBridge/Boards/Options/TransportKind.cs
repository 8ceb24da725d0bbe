namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>How a port is spoken to.</summary>
public enum TransportKind
{
    /// <summary>System.IO.Ports, on every system.</summary>
    SerialPort,

    /// <summary>The system's own calls: a thirtieth of the time a command; Linux and macOS.</summary>
    Direct,
}
