namespace CrossbarSim.HardwareBridge.Link;

/// <summary>The board refused a command before its first pulse.</summary>
/// <param name="reason">Why.</param>
/// <param name="value">As the reason says.</param>
/// <param name="message">Port, command and reason.</param>
public sealed class BoardRefusedException(NakReason reason, uint value, string message)
    : BoardException("CBS1306", message)
{
    /// <summary>Why.</summary>
    public NakReason Reason { get; } = reason;

    /// <summary>As the reason says.</summary>
    public uint Value { get; } = value;
}
