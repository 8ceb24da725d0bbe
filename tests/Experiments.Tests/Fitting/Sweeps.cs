using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Experiments.Tests.Fitting;

/// <summary>Sweeps of known devices.</summary>
internal static class Sweeps
{
    /// <summary>Both directions from end to end.</summary>
    public static Sweep Full(DeviceOptions device, double noise = 0, uint trial = 0) =>
        new([.. Branch(device, false, noise, trial), .. Branch(device, true, noise, trial)]);

    /// <summary>One direction from end to end, or as far as said.</summary>
    public static IEnumerable<SweepPoint> Branch(
        DeviceOptions device, bool depression, double noise = 0, uint trial = 0, int most = int.MaxValue)
    {
        var (branch, window) = (device.CreateLaw().Branch(depression), device.Window);
        var numbers = new RandomNumbers(7, StreamKind.CycleNoise);
        for (var n = 0; n <= Math.Min(branch.Pulses, most); n++)
        {
            var exact = window.Conductance(branch.Fraction(depression ? branch.Pulses - n : n));
            var read = noise * (window.Gmax - window.Gmin) * numbers.Normal(trial, (uint)n, depression ? 1u : 0u);
            yield return new SweepPoint(depression, n, exact + read, 1);
        }
    }
}
