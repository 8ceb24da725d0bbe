namespace CrossbarSim.Core.Backends;

/// <summary>What <see cref="Adam"/> remembers of one layer's gradients.</summary>
/// <param name="First">Running mean of the gradient, [rows x columns].</param>
/// <param name="Second">Running mean of its square, [rows x columns].</param>
/// <param name="Steps">Steps taken so far.</param>
public sealed record Moments(double[] First, double[] Second, long Steps)
{
    /// <summary>The moments before the first step.</summary>
    /// <param name="weights">Weights of the layer.</param>
    public static Moments Zero(int weights) => new(new double[weights], new double[weights], 0);

    /// <summary>A copy that shares no array.</summary>
    public Moments Copy() => new([.. First], [.. Second], Steps);
}
