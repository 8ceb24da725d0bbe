namespace CrossbarSim.Simulator.Configuration;

/// <summary>A part of a YAML tree that knows where it was written.</summary>
/// <param name="at">Where it begins.</param>
internal abstract class LocatedNode(Location at)
{
    /// <summary>Where it begins.</summary>
    public Location At { get; } = at;

    /// <summary>What it is, in a message: <c>a list</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The node under a key or index, or null.</summary>
    /// <param name="name">Key, or index from 0.</param>
    public virtual LocatedNode? Child(string name) => null;

    /// <summary>The node at a dotted path, or the nearest one above it that was written.</summary>
    /// <param name="path">Relative to this node.</param>
    public LocatedNode Nearest(string path)
    {
        var node = this;
        foreach (var name in path.Split('.'))
        {
            if (node.Child(name) is not { } child) return node;
            node = child;
        }

        return node;
    }
}
