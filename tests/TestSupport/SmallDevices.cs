using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.TestSupport;

/// <summary>Devices from 1 to 50 uS, of few pulses.</summary>
public static class SmallDevices
{
    private const double Gmin = 1e-6;
    private const double Gmax = 50e-6;

    /// <summary>Every pulse moves the same.</summary>
    public static LinearDeviceOptions Linear(int pulses = 20) => new() { Gmin = Gmin, Gmax = Gmax, Pulses = pulses };

    /// <summary>One curve for both directions.</summary>
    public static ExponentialDeviceOptions OneCurve(double a, int pulses = 20) => new()
    {
        Gmin = Gmin,
        Gmax = Gmax,
        Pulses = pulses,
        Potentiation = new ExponentialBranchOptions { A = a },
    };

    /// <summary>A curve for each direction, even where they are equal.</summary>
    public static ExponentialDeviceOptions TwoBranches(double up, double down, int pulses = 20, int? downPulses = null) =>
        OneCurve(up, pulses) with
        {
            Branches = BranchKind.Two,
            Depression = new ExponentialBranchOptions { A = down, Pulses = downPulses },
        };

    /// <summary>Every pulse closes a share of the distance that is left.</summary>
    public static SoftBoundsDeviceOptions SoftBounds(double up, double down, int pulses = DeviceOptions.MostPulses) => new()
    {
        Gmin = Gmin,
        Gmax = Gmax,
        Pulses = pulses,
        Potentiation = new SoftBoundsBranchOptions { Step = up },
        Depression = new SoftBoundsBranchOptions { Step = down },
    };

    extension(DeviceOptions device)
    {
        /// <summary>The same device with cycle-to-cycle noise.</summary>
        public DeviceOptions WithNoise(double sigma, NoiseReference of) =>
            device.Varied(own => own with { C2c = new CycleNoiseOptions { Sigma = sigma, Of = of } });

        /// <summary>The same device, each of its kind a little different.</summary>
        public DeviceOptions WithSpread(DeviceSpreadOptions spread) => device.Varied(own => own with { D2d = spread });

        /// <summary>The same device with another variation.</summary>
        public DeviceOptions Varied(Func<VariationOptions, VariationOptions> change) =>
            device with { Variation = change(device.Variation ?? new VariationOptions()) };
    }
}
