namespace CrossbarSim.Experiments.Results;

/// <summary>How and where a run was computed.</summary>
public sealed record RunFacts
{
    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Version of the program that wrote the summary.</summary>
    public string Version { get; init; } = ProgramVersion.Text;

    /// <summary>Wall time of all epochs, seconds, those before a resume included.</summary>
    public required double Seconds { get; init; }

    /// <summary>Backend, as in <c>--backend</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>The processor, in words.</summary>
    public required string Accelerator { get; init; }

    /// <summary>Name of the machine.</summary>
    public required string Host { get; init; }

    /// <summary>Threads of the host that the backend might use.</summary>
    public required int Threads { get; init; }
}
