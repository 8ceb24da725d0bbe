namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>How one end of a serial line tells the other to wait.</summary>
public enum FlowControl
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>With the bytes XON and XOFF.</summary>
    XonXoff,

    /// <summary>With the wires RTS and CTS.</summary>
    RtsCts,
}
