namespace CrossbarSim.Simulator.Downloads;

/// <summary>How patient a download is.</summary>
internal sealed record DownloadPolicy
{
    /// <summary>Tries at one address that bring nothing, before the next mirror has its turn.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>Pause before the second try; it doubles from try to try.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest silence of a server that is waited for.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause before a try.</summary>
    /// <param name="failures">Tries in a row that brought nothing, at least 1.</param>
    public TimeSpan PauseAfter(int failures) => Pause * Math.Pow(2, failures - 1);
}
