namespace CrossbarSim.Core.Units;

/// <summary>A plain number, or a conductance that was written with its unit.</summary>
/// <param name="Value">The number, or siemens.</param>
/// <param name="IsConductance">Whether it has the unit.</param>
public readonly record struct RatioOrConductance(double Value, bool IsConductance = false)
{
    /// <summary>A plain number.</summary>
    public static implicit operator RatioOrConductance(double ratio) => FromDouble(ratio);

    /// <summary>A plain number.</summary>
    /// <param name="ratio">The number.</param>
    public static RatioOrConductance FromDouble(double ratio) => new(ratio);
}
