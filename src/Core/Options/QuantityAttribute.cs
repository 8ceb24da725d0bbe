namespace CrossbarSim.Core.Options;

/// <summary>
/// The number is a physical quantity: written with its unit (<c>5 uS</c>), held in the SI base unit.
/// </summary>
/// <param name="unit">Symbol of the SI base unit: S, V, A, Ohm, s, J or K.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class QuantityAttribute(string unit) : Attribute
{
    /// <summary>Symbol of the SI base unit.</summary>
    public string Unit { get; } = unit;
}
