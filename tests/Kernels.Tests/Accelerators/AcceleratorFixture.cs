using CrossbarSim.Kernels.Accelerators;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>Opens the accelerator that the tests of one class share, or says why there is none.</summary>
public abstract class AcceleratorFixture(AcceleratorKind kind, string install) : IDisposable
{
    private readonly AcceleratorBackend? _backend =
        AcceleratorCatalog.Preferred(kind) is { } info ? AcceleratorBackend.Open(info) : null;

    /// <summary>The backend; skips the calling test where there is none.</summary>
    public AcceleratorBackend Backend
    {
        get
        {
            Assert.SkipWhen(_backend is null, $"{AcceleratorCatalog.WhyNone(kind)}; {install}");
            return _backend!;
        }
    }

    public void Dispose()
    {
        _backend?.Dispose();
        GC.SuppressFinalize(this);
    }
}

public sealed class OpenCLFixture()
    : AcceleratorFixture(AcceleratorKind.OpenCL, "apt-get install pocl-opencl-icd ocl-icd-opencl-dev");

public sealed class CudaFixture()
    : AcceleratorFixture(AcceleratorKind.Cuda, "this test needs an NVIDIA GPU");
