namespace CrossbarSim.HardwareBridge.Instruments;

/// <summary>How long is waited for instruments. The defaults are those of the ArC ONE's published programs.</summary>
public sealed record InstrumentTiming
{
    /// <summary>Least time between two tokens: a shorter one loses some (libarc1).</summary>
    public TimeSpan TokenGap { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>After a reset.</summary>
    public TimeSpan Reset { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For the answer to a greeting.</summary>
    public TimeSpan Greeting { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For the next byte of an answer, beyond the time of the pulse.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(7);

    /// <summary>For a lost port to come back.</summary>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromSeconds(10);
}
