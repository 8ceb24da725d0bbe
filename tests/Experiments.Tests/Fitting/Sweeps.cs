using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Experiments.Tests.Fitting;

/// <summary>Sweeps of known devices.</summary>
internal static class Sweeps
{
    /// <summary>Both directions from end to end.</summary>
    public static Sweep Full(DeviceOptions device) => new([.. Branch(device, false), .. Branch(device, true)]);

    private static IEnumerable<SweepPoint> Branch(DeviceOptions device, bool depression)
    {
        var branch = device.CreateLaw().Branch(depression);
        for (var n = 0; n <= branch.Pulses; n++)
            yield return new SweepPoint(
                depression, n, device.Window.Conductance(branch.Fraction(depression ? branch.Pulses - n : n)), 1);
    }
}
