namespace CrossbarSim.Core.Boards;

/// <summary>What became of a pulse command.</summary>
/// <param name="Up">Potentiation pulses that were fired.</param>
/// <param name="Down">Depression pulses that were fired.</param>
/// <param name="Stop">Why it ended; unless done, the pulses were fired from the first on, in order.</param>
public readonly record struct PulseOutcome(long Up, long Down, PulseStop Stop)
{
    /// <summary>Pulses of both directions.</summary>
    public long Total => Up + Down;

    /// <summary>Whether all was fired.</summary>
    public bool IsDone => Stop == PulseStop.Done;

    /// <summary>This command and one that followed it.</summary>
    public PulseOutcome Then(PulseOutcome next) => new(Up + next.Up, Down + next.Down, next.Stop);
}
