namespace CrossbarSim.Simulator.Plots;

/// <summary>The SI prefix that an axis is printed in.</summary>
/// <param name="Factor">Printed number = value in the base unit x this.</param>
/// <param name="Prefix">Symbol, such as µ.</param>
internal readonly record struct SiScale(double Factor, string Prefix)
{
    private static readonly SiScale[] All =
        [new(1e15, "f"), new(1e12, "p"), new(1e9, "n"), new(1e6, "µ"), new(1e3, "m"), new(1, "")];

    /// <summary>The prefix that leaves one to three digits before the point of the largest value.</summary>
    /// <param name="largest">Largest value on the axis, base unit.</param>
    public static SiScale For(double largest)
    {
        if (largest <= 0) return All[^1];
        foreach (var scale in All)
            if (largest * scale.Factor < 1000) return scale;
        return All[^1];
    }
}
