using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>One accelerator of this machine.</summary>
public sealed record AcceleratorInfo
{
    /// <summary>How it is spoken to.</summary>
    public required AcceleratorKind Kind { get; init; }

    /// <summary>The maker's name for it.</summary>
    public required string Name { get; init; }

    /// <summary>What speaks for it: the OpenCL platform, or CUDA and the compute capability.</summary>
    public required string Platform { get; init; }

    /// <summary>Version of the driver, as the driver says it.</summary>
    public required string Driver { get; init; }

    /// <summary>Its memory, bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Multiprocessors of a GPU, or cores of a CPU.</summary>
    public required int Units { get; init; }

    /// <summary>Whether it is a GPU; a CPU behind OpenCL is slower than our own CPU backend.</summary>
    public required bool IsGpu { get; init; }

    /// <summary>Whether it is the CPU through PoCL: for tests without a GPU.</summary>
    public required bool IsPocl { get; init; }

    /// <summary>Why it cannot be used; null if it can.</summary>
    public string? Unusable { get; init; }

    /// <summary>ILGPU's handle on it; only what the catalog found has one.</summary>
    internal Device? Device { get; init; }
}
