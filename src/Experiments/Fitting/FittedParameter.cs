namespace CrossbarSim.Experiments.Fitting;

/// <summary>A parameter, and how sure its value is.</summary>
/// <param name="Key">Path in the device file, such as <c>potentiation.a</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Low">
/// Where the 95 % interval begins; NaN where the data do not say or the value is at a bound. Above
/// <paramref name="High"/> where the interval of a curve constant goes through infinity, the linear device.
/// </param>
/// <param name="High">Where it ends.</param>
/// <param name="Unit">SI unit; empty: none.</param>
/// <param name="IsAtBound">Whether the value is at an end of what a device file allows.</param>
public sealed record FittedParameter(string Key, double Value, double Low, double High, string Unit, bool IsAtBound)
{
    /// <summary>Whether the interval holds a value.</summary>
    /// <param name="value">The value.</param>
    public bool Covers(double value) => Low <= High
        ? value >= Low && value <= High
        : value >= Low || value <= High;
}
