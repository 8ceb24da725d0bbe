namespace CrossbarSim.Core.Backends.Reference;

/// <summary>The judge: double precision, one thread, no tricks.</summary>
public sealed class ReferenceBackend : IBackend
{
    /// <inheritdoc/>
    public string Name => "reference";

    /// <inheritdoc/>
    public string Accelerator => "double precision, one thread";

    /// <inheritdoc/>
    public IEngine CreateEngine(EnginePlan plan) => new ReferenceEngine(plan);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
