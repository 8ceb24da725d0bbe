using System.Runtime.InteropServices;

namespace CrossbarSim.Simulator.Terminal;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks the work to stop where it can go on later, the second ends the process
/// at once.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private readonly string _notice;

    /// <summary>Listens to the signals.</summary>
    /// <param name="notice">What the first one is answered with.</param>
    public Interrupt(string notice = "stopping after this epoch; once more to stop at once")
    {
        _notice = notice;
        _registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }
            .Select(signal => PosixSignalRegistration.Create(signal, Handle))];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested) return;
        context.Cancel = true;
        Console.Error.WriteLine(_notice);
        _source.Cancel();
    }
}
