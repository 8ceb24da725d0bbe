namespace CrossbarSim.HardwareBridge.Link;

/// <summary>
/// The board started anew in the middle of a session: its limits and its waveform are gone, and nobody knows what became
/// of the command under way. It is not sent again.
/// </summary>
/// <param name="message">What was under way.</param>
public sealed class BoardRebootedException(string message) : BoardException("CBS1305", message);
