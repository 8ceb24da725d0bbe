using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Transport;

namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>
/// What a dialect can do with the instrument behind a line: one command at a time, none of them ever sent twice by itself.
/// What fails throws a <see cref="BoardException"/> or a <see cref="TransportException"/>, and needs
/// <see cref="Connect"/> before anything else. One thread, but for <see cref="Abort"/>.
/// </summary>
internal interface IInstrument : IDisposable
{
    /// <summary>What instruments of this kind can do.</summary>
    BoardLimits Reach { get; }

    /// <summary>Opens the line anew, makes the instrument harmless, finds out who it is, and initialises it.</summary>
    BoardIdentity Connect();

    /// <summary>Conductances of a block as they are read, siemens, row-major.</summary>
    double[] Read(CellBlock block, CancellationToken cancellation);

    /// <summary>Does what a pulse needs and what fires none: one that fails here was never fired.</summary>
    void Prepare(Cell cell, PulseOptions pulse);

    /// <summary>Fires one pulse and returns once it is acknowledged; what throws leaves the pulse in doubt.</summary>
    void Fire(Cell cell, PulseOptions pulse);

    /// <summary>Switches all outputs off.</summary>
    void Ground();

    /// <summary>Switches all outputs off although a command is under way; no answer is awaited.</summary>
    void Abort();
}
