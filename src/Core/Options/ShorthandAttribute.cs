namespace CrossbarSim.Core.Options;

/// <summary>
/// A mapping that may be written as a single value: <c>key: value</c> is short for
/// <c>key: { name: value }</c>.
/// </summary>
/// <param name="name">YAML key of the property that the single value sets.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShorthandAttribute(string name) : Attribute
{
    /// <summary>YAML key of the property that the single value sets.</summary>
    public string Name { get; } = name;
}
