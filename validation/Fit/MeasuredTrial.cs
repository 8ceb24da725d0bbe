using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Validation.Fit;

/// <summary>A device as an instrument would see it: a sweep up and a sweep down, each conductance read with noise.</summary>
internal static class MeasuredTrial
{
    // A law that comes to its end slowly is measured as far as people do.
    private const int MostPulses = 150;

    /// <summary>One trial.</summary>
    /// <param name="device">The device.</param>
    /// <param name="noise">Standard deviation of a read, as a share of the window.</param>
    /// <param name="trial">Number of the trial: its noise is its own.</param>
    public static Sweep Of(DeviceOptions device, double noise, uint trial)
    {
        var numbers = new RandomNumbers(1, StreamKind.CycleNoise);
        var (window, law) = (device.Window, device.CreateLaw());
        var width = noise * (window.Gmax - window.Gmin);
        return new Sweep([.. Points(law.Potentiation, false), .. Points(law.Depression, true)]);

        IEnumerable<SweepPoint> Points(LawBranch branch, bool down)
        {
            var most = Math.Min(branch.Pulses, MostPulses);
            for (var n = 0; n <= most; n++)
            {
                var exact = window.Conductance(branch.Fraction(down ? branch.Pulses - n : n));
                yield return new SweepPoint(down, n, exact + width * numbers.Normal(trial, (uint)n, down ? 1u : 0u), 1);
            }
        }
    }
}
