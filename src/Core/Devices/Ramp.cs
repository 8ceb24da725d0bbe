namespace CrossbarSim.Core.Devices;

/// <summary>Values in equal steps from the first to the last.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public readonly record struct Ramp(double First, double Last)
{
    /// <summary>The value of one of many.</summary>
    /// <param name="index">0 .. count - 1.</param>
    /// <param name="count">How many there are, at least 1.</param>
    public double At(int index, int count) =>
        index == count - 1 ? Last : First + (Last - First) * index / (count - 1);
}
