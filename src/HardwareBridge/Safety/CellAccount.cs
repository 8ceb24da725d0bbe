namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>What one cell was given in its life, as far as the journal knows. Immutable.</summary>
/// <param name="Up">Potentiation pulses that were acknowledged.</param>
/// <param name="Down">Depression pulses that were acknowledged.</param>
/// <param name="Forming">Forming pulses that were acknowledged.</param>
/// <param name="Doubtful">Pulses of which nobody knows whether they were fired.</param>
/// <param name="IsUncertain">Whether P is in doubt: since such pulses, it was not set again.</param>
/// <param name="Start">P before the first of the pulses, where it is known.</param>
/// <param name="SinceStart">Rising minus falling pulses since then.</param>
public readonly record struct CellAccount(
    long Up, long Down, long Forming, long Doubtful, bool IsUncertain, int? Start, long SinceStart)
{
    /// <summary>The commanded state; null where no start is known, or it is in doubt.</summary>
    public long? P => IsUncertain ? null : Start + SinceStart;

    /// <summary>Set and reset pulses, the doubtful ones counted as fired.</summary>
    public long Worst => Up + Down + Doubtful;

    /// <summary>The account after pulses.</summary>
    /// <param name="up">Rising ones.</param>
    /// <param name="down">Falling ones.</param>
    public CellAccount Fired(long up, long down) =>
        this with { Up = Up + up, Down = Down + down, SinceStart = SinceStart + up - down };

    /// <summary>The account after pulses that may have been fired.</summary>
    public CellAccount Doubt(long pulses) => this with { Doubtful = Doubtful + pulses, IsUncertain = true };

    /// <summary>The account once P is known.</summary>
    public CellAccount StartAt(int pulses) => this with { Start = pulses, SinceStart = 0, IsUncertain = false };
}
