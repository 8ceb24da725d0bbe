namespace CrossbarSim.Simulator.Configuration;

/// <summary>Stands for something that could not be read and has been reported already.</summary>
/// <param name="at">Where it would begin.</param>
internal sealed class BrokenNode(Location at) : LocatedNode(at)
{
    /// <inheritdoc/>
    public override string Kind => "something unreadable";
}
