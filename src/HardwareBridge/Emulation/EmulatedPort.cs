namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>An emulated board on a pseudo-terminal, whose cable can be pulled and plugged in again. Mutable.</summary>
/// <param name="board">The board; it keeps its power.</param>
/// <param name="link">Path of the symbolic link that programs open; a new pseudo-terminal at every plugging.</param>
/// <param name="faults">What goes wrong on the line.</param>
public sealed class EmulatedPort(LinkEmulator board, string? link, FaultOptions? faults = null) : IDisposable
{
    private readonly Lock _gate = new();
    private PseudoTerminal? _terminal;
    private EmulatorServer? _server;

    /// <summary>The path to give to programs; empty where the cable is pulled.</summary>
    public string Path => _terminal?.Path ?? "";

    /// <summary>Given every server as it starts.</summary>
    public Action<EmulatorServer>? OnPlug { get; set; }

    /// <summary>Plugs the cable in.</summary>
    /// <exception cref="BoardException">The path is taken, or there are no pseudo-terminals: CBS1301.</exception>
    public void Plug()
    {
        lock (_gate)
        {
            if (_server is not null) return;
            _terminal = PseudoTerminal.Open(link);
            _server = new EmulatorServer(board, _terminal.Board, faults);
            OnPlug?.Invoke(_server);
        }
    }

    /// <summary>Pulls the cable.</summary>
    public void Unplug()
    {
        lock (_gate)
        {
            _server?.Dispose();
            _terminal?.Dispose();
            (_server, _terminal) = (null, null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Unplug();
}
