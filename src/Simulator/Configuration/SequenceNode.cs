using System.Globalization;

namespace CrossbarSim.Simulator.Configuration;

/// <summary>A list.</summary>
/// <param name="items">Its items.</param>
/// <param name="at">Where it begins.</param>
internal sealed class SequenceNode(IReadOnlyList<LocatedNode> items, Location at) : LocatedNode(at)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<LocatedNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Kind => "a list";

    /// <inheritdoc/>
    public override LocatedNode? Child(string name) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < Items.Count ? Items[i] : null;
}
