namespace CrossbarSim.Simulator.Accelerators;

/// <summary>A device that a network can be computed on, or could be.</summary>
internal sealed record SurveyedDevice
{
    /// <summary>Backend, as in <c>--backend</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>The maker's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a GPU.</summary>
    public required bool IsGpu { get; init; }

    /// <summary>What speaks for it.</summary>
    public required string Platform { get; init; }

    /// <summary>Version of the driver.</summary>
    public required string Driver { get; init; }

    /// <summary>Its memory, bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Multiprocessors of a GPU, or cores of a CPU.</summary>
    public required int Units { get; init; }

    /// <summary>Whether <c>--backend</c> takes this one where there are several of its kind.</summary>
    public required bool Preferred { get; init; }

    /// <summary>Why it cannot be used; null if it can.</summary>
    public string? Unusable { get; init; }

    /// <summary>What its self-test found; null where it was not tested.</summary>
    public SelfTestResult? SelfTest { get; init; }
}
