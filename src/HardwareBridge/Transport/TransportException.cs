namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>A line was lost, or never came to be.</summary>
/// <param name="port">The port.</param>
/// <param name="message">What happened.</param>
/// <param name="cause">What the system said, if anything.</param>
public sealed class TransportException(string port, string message, Exception? cause = null)
    : IOException($"{port}: {message}", cause)
{
    /// <summary>The port.</summary>
    public string Port { get; } = port;
}
