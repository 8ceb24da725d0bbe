namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>A serial port.</summary>
/// <param name="Port">Its name, such as /dev/ttyACM0 or COM3.</param>
/// <param name="StableName">A path that stays the same wherever the board is plugged in, if there is one.</param>
/// <param name="Holders">Who has it open.</param>
public sealed record SerialPortInfo(string Port, string? StableName, IReadOnlyList<PortHolder> Holders);
