namespace CrossbarSim.Simulator.Bench;

/// <summary>One measured point; what does not apply is null.</summary>
internal sealed record BenchRow
{
    /// <summary>One of <see cref="Measurements"/>.</summary>
    public required string Measurement { get; init; }

    /// <summary>Backend, as in <c>--backend</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>The processor, in words.</summary>
    public required string Accelerator { get; init; }

    /// <summary>The rule, or which pulses.</summary>
    public required string? Rule { get; init; }

    /// <summary>Size of a mini-batch.</summary>
    public required int? Batch { get; init; }

    /// <summary>Networks that were trained together.</summary>
    public required int? Replicas { get; init; }

    /// <summary>Threads of the engine.</summary>
    public required int Threads { get; init; }

    /// <summary>How often it was measured: seconds are medians.</summary>
    public required int Repeats { get; init; }

    /// <summary>Wall time of one repeat.</summary>
    public required double Seconds { get; init; }

    /// <summary>Time of all cores of one repeat.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>Wall time for 60,000 images and one network.</summary>
    public double? SecondsPerNetworkEpoch { get; init; }

    /// <summary>Time of all cores for the same.</summary>
    public double? CpuSecondsPerNetworkEpoch { get; init; }

    /// <summary>What was done in a second of wall time.</summary>
    public required double RatePerSecond { get; init; }

    /// <summary>What is counted: network-epochs, samples, pulses, multiply-adds or bytes.</summary>
    public required string Unit { get; init; }

    /// <summary>What was done in a second of one core.</summary>
    public required double RatePerCpuSecond { get; init; }

    /// <summary>Multiply-adds that were needed, per second: of a core on cpu, of wall time elsewhere.</summary>
    public double? MultiplyAddsPerSecond { get; init; }

    /// <summary>The most that were measured, likewise.</summary>
    public double? MultiplyAddCeiling { get; init; }

    /// <summary>Their quotient.</summary>
    public double? MultiplyAddFraction => MultiplyAddsPerSecond / MultiplyAddCeiling;

    /// <summary>Bytes that would move without a cache, per second: of a core on cpu, of wall time elsewhere.</summary>
    public double? BytesPerSecond { get; init; }

    /// <summary>The most that were copied, likewise.</summary>
    public double? CopyCeiling { get; init; }

    /// <summary>Their quotient; above 1 where caches serve.</summary>
    public double? CopyFraction => BytesPerSecond / CopyCeiling;

    /// <summary>Rate against as many times that of one thread.</summary>
    public double? ThreadEfficiency { get; init; }
}
