using ILGPU.Runtime;

namespace CrossbarSim.Kernels.Accelerators;

/// <summary>One accelerator of this machine.</summary>
public sealed record AcceleratorInfo : ComputeDevice
{
    /// <summary>How it is spoken to.</summary>
    public required AcceleratorKind Kind { get; init; }

    /// <summary>Whether it is the CPU through PoCL: for tests without a GPU.</summary>
    public required bool IsPocl { get; init; }

    /// <summary>ILGPU's handle on it; only what the catalog found has one.</summary>
    internal Device? Device { get; init; }
}
