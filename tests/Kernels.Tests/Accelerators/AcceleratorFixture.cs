using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.Kernels.Tests.Contract;

namespace CrossbarSim.Kernels.Tests.Accelerators;

/// <summary>Opens the accelerator that all its tests share, one after the other, or says why there is none.</summary>
public abstract class AcceleratorFixture(AcceleratorKind kind, string install) : BackendFixture
{
    private readonly AcceleratorBackend? _backend =
        AcceleratorCatalog.Preferred(kind) is { } info ? AcceleratorBackend.Open(info) : null;

    /// <inheritdoc/>
    public override IBackend Backend => Usable;

    /// <summary>The backend; skips the calling test where there is none.</summary>
    public AcceleratorBackend Usable
    {
        get
        {
            Assert.SkipWhen(_backend is null, $"{AcceleratorCatalog.WhyNone(kind)}; {install}");
            return _backend!;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _backend?.Dispose();
        base.Dispose(disposing);
    }
}

public sealed class OpenCLFixture()
    : AcceleratorFixture(AcceleratorKind.OpenCL, "apt-get install pocl-opencl-icd ocl-icd-opencl-dev");

public sealed class CudaFixture()
    : AcceleratorFixture(AcceleratorKind.Cuda, "this test needs an NVIDIA GPU");

[CollectionDefinition("OpenCL")]
public sealed class OpenCLTests : ICollectionFixture<OpenCLFixture>;

[CollectionDefinition("Cuda")]
public sealed class CudaTests : ICollectionFixture<CudaFixture>;
