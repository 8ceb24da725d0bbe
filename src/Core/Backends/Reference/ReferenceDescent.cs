namespace CrossbarSim.Core.Backends.Reference;

/// <summary>Float weights follow an optimiser; devices are not touched.</summary>
/// <param name="optimizer">Which, and its numbers.</param>
internal sealed class ReferenceDescent(Optimizer optimizer) : IReferenceRule
{
    /// <inheritdoc/>
    public void Apply(ReferenceLayer layer, ReferenceArray array, MiniBatch batch) => layer.Descend(optimizer);
}
