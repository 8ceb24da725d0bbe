using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Kernels.Host;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>The backend that tests share.</summary>
public abstract class BackendFixture : IDisposable
{
    /// <summary>The backend; skips the calling test where there is none.</summary>
    public abstract IBackend Backend { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

public sealed class ReferenceFixture : BackendFixture
{
    public override IBackend Backend { get; } = new ReferenceBackend();
}

public sealed class CpuFixture : BackendFixture
{
    public override IBackend Backend { get; } = new CpuBackend();
}
