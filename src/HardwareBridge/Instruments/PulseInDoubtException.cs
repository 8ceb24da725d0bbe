using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal;

namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>
/// A pulse was sent and not acknowledged: nobody knows whether it was fired, and it is not sent again. Only its cell is in
/// doubt; the journal says so.
/// </summary>
/// <param name="cell">The cell.</param>
/// <param name="fired">What the same call fired before.</param>
/// <param name="reading">The cell as it was read afterwards; null where the instrument did not come back.</param>
/// <param name="message">What happened and what to do.</param>
/// <param name="cause">What went wrong.</param>
public sealed class PulseInDoubtException(
    Cell cell, PulseOutcome fired, CellReading? reading, string message, Exception cause)
    : BoardException("CBS1315", message, cause)
{
    /// <summary>The cell in doubt.</summary>
    public Cell Cell { get; } = cell;

    /// <summary>What the same call fired before; counted in the <see cref="PulseJournal"/>.</summary>
    public PulseOutcome Fired { get; } = fired;

    /// <summary>The cell as it was read afterwards; null where the instrument did not come back.</summary>
    public CellReading? Reading { get; } = reading;
}
