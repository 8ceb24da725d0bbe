namespace CrossbarSim.Core.Options;

/// <summary>Options that may be written as one value instead of a mapping: the value of one of their keys alone.</summary>
/// <param name="property">Name of the property whose value stands for the whole; optional, and a single value.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShortFormAttribute(string property) : Attribute
{
    /// <summary>Name of the property whose value stands for the whole.</summary>
    public string Property { get; } = property;
}
