namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>
/// A line that carries bytes both ways. One thread reads; any thread may write. After the first
/// <see cref="TransportException"/> the line is dead and stays so.
/// </summary>
public interface ITransport : IDisposable
{
    /// <summary>The port, as messages name it.</summary>
    string Name { get; }

    /// <summary>Sends bytes; returns once the system has them.</summary>
    /// <exception cref="TransportException">The line is lost.</exception>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Takes what has come.</summary>
    /// <param name="buffer">Where to.</param>
    /// <param name="timeout">How long to wait for the first byte.</param>
    /// <returns>Bytes that were taken; 0 where none came in time.</returns>
    /// <exception cref="TransportException">The line is lost.</exception>
    int Read(Span<byte> buffer, TimeSpan timeout);
}
