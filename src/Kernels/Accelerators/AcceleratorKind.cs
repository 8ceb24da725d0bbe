namespace CrossbarSim.Kernels.Accelerators;

/// <summary>How an accelerator is spoken to.</summary>
public enum AcceleratorKind
{
    /// <summary>NVIDIA GPUs.</summary>
    Cuda,

    /// <summary>GPUs of any maker, and CPUs through a driver such as PoCL.</summary>
    OpenCL,
}
