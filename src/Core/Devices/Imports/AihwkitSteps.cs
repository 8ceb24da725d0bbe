namespace CrossbarSim.Core.Devices.Imports;

/// <summary>
/// What all step devices of IBM's aihwkit have in common, in its own terms: a state w between two bounds, and the size of
/// a pulse at or about w = 0.
/// </summary>
/// <param name="DwMin"><c>dw_min</c>: size of a pulse, in weights, above 0.</param>
/// <param name="UpDown"><c>up_down</c>: above 0 the share by which falling pulses are shorter, below 0 rising ones.</param>
/// <param name="WMin"><c>w_min</c>: lower bound.</param>
/// <param name="WMax"><c>w_max</c>: upper bound, above <paramref name="WMin"/>.</param>
/// <remarks>
/// M. J. Rasch et al.: A flexible and fast PyTorch toolkit for simulating training and inference on analog crossbar arrays
/// (AICAS 2021, arXiv:2104.02184). That only one direction is shortened is what its program does; its text says both
/// change by half.
/// </remarks>
public sealed record AihwkitSteps(double DwMin, double UpDown, double WMin, double WMax)
{
    /// <summary>Width of the window, in weights.</summary>
    public double Range => WMax - WMin;

    /// <summary>Size of a rising pulse, in weights.</summary>
    public double Up => DwMin * (1 + Math.Min(UpDown, 0));

    /// <summary>Size of a falling pulse, in weights.</summary>
    public double Down => DwMin * (1 + Math.Min(-UpDown, 0));

    /// <summary>u of a state.</summary>
    /// <param name="weight">w, between the bounds.</param>
    public double Fraction(double weight) => (weight - WMin) / Range;

    /// <summary>The state of a u.</summary>
    /// <param name="fraction">u, 0 .. 1.</param>
    public double Weight(double fraction) => WMin + fraction * Range;
}
