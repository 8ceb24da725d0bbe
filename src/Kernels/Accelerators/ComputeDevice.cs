namespace CrossbarSim.Kernels.Accelerators;

/// <summary>What is known of a device that computes: a GPU, or a CPU.</summary>
public record ComputeDevice
{
    /// <summary>The maker's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is a GPU; a CPU behind OpenCL is slower than our own CPU backend.</summary>
    public required bool IsGpu { get; init; }

    /// <summary>
    /// What speaks for it: the OpenCL platform, CUDA and the compute capability, or the operating system.
    /// </summary>
    public required string Platform { get; init; }

    /// <summary>Version of the driver, as the driver says it.</summary>
    public required string Driver { get; init; }

    /// <summary>Its memory, bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Multiprocessors of a GPU, or cores of a CPU.</summary>
    public required int Units { get; init; }

    /// <summary>Why it cannot be used; null if it can.</summary>
    public string? Unusable { get; init; }
}
