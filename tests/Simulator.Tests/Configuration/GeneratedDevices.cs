using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Ageing;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Units;
using CsCheck;

namespace CrossbarSim.Simulator.Tests.Configuration;

/// <summary>Generators of valid devices: every law, with every variation.</summary>
internal static class GeneratedDevices
{
    private const double Gmin = 1e-6;
    private const double Gmax = 50e-6;

    public static Gen<DeviceOptions> Any { get; } = Gen.Select(
        Gen.OneOf(Linear(), Exponential(), TwoBranches(), SoftBounds(), Table(), Steps(), Neurosim()), Variations(), Gen.Bool,
        (device, variation, varied) => varied && device.Variation is null ? device with { Variation = variation } : device);

    private static Gen<double> Conductance(double low, double high) => Gen.Double[low, high];

    private static Gen<SpreadOptions> Spread(double most) =>
        Gen.Select(Gen.Double[0, most], Gen.Enum<SpreadDistribution>(), Gen.Double[0.1, 5], Gen.Int[0, 2],
            (sigma, distribution, cut, kind) => kind switch
            {
                0 => sigma,
                1 => new SpreadOptions { Sigma = sigma, Distribution = SpreadDistribution.Truncated, Cut = cut },
                _ => new SpreadOptions { Sigma = sigma, Of = SpreadReference.Nominal, Distribution = distribution },
            });

    // Windows of all devices of this file are at least 2 uS wide at their top, and 1 uS at their bottom at most.
    private static Gen<VariationOptions> Variations() =>
        Gen.Select(Spread(0.02), Spread(1), Spread(1), Gen.Double[0, 0.2].Array[6], Gen.Double[1, 1e9], Gen.Bool,
            (window, gain, step, shares, pulses, flag) => new VariationOptions
            {
                D2d = new DeviceSpreadOptions
                {
                    Gmax = window,
                    Gmin = flag ? null : new SpreadOptions
                    {
                        Sigma = new RatioOrConductance(shares[0] * 1e-8, IsConductance: true),
                        Of = SpreadReference.Absolute,
                    },
                    Gain = gain,
                    Step = step,
                },
                Faults = new FaultOptions
                {
                    StuckGmin = shares[0],
                    StuckGmax = shares[1],
                    StuckAnywhere = shares[2],
                    Unformed = flag ? shares[3] + 0.01 : 0,
                    UnformedConductance = flag ? shares[4] * 1e-6 : 0,
                    Sluggish = flag
                        ? new SluggishOptions { Share = shares[5] / 2 }
                        : new SluggishOptions { Share = 0.1, Gain = 0.5 },
                },
                Endurance = flag ? new EnduranceOptions { Pulses = pulses } : new EnduranceOptions { Pulses = pulses, Sigma = 1 },
                Write = new WriteNoiseOptions { Sigma = shares[0] },
                Read = new ReadNoiseOptions { Sigma = shares[1] },
            });

    private static Gen<DeviceOptions> Neurosim() =>
        Gen.Select(Gen.Double[-9, 9], Gen.Int[1, 30_000]).Select((label, pulses) => (DeviceOptions)new NeurosimDeviceOptions
        {
            Gmin = Gmin,
            Gmax = Gmax,
            Pulses = pulses,
            Potentiation = new NeurosimBranchOptions { Nonlinearity = label },
            Depression = new NeurosimBranchOptions { APulses = -pulses },
        });

    private static Gen<DeviceOptions> Steps() =>
        Gen.Select(Gen.Double[0.01, 0.3], Gen.Double[0, 0.9], Gen.Int[0, 4]).Select((step, gamma, law) => law switch
        {
            0 => new ConstantStepDeviceOptions
            {
                Gmin = Gmin,
                Gmax = Gmax,
                Potentiation = new ConstantStepBranchOptions { Step = step },
            },
            1 => new LinearStepDeviceOptions
            {
                Gmin = Gmin,
                Gmax = Gmax,
                Potentiation = new LinearStepBranchOptions { Step = step, Gamma = gamma },
            },
            2 => new ExpStepDeviceOptions
            {
                Gmin = Gmin,
                Gmax = Gmax,
                Potentiation = new ExpStepBranchOptions { Step = step, Amplitude = -gamma, Gamma = gamma },
            },
            3 => new PowStepDeviceOptions
            {
                Gmin = Gmin,
                Gmax = Gmax,
                Potentiation = new PowStepBranchOptions { Step = step, Gamma = gamma },
            },
            _ => (DeviceOptions)new PiecewiseDeviceOptions
            {
                Gmin = Gmin,
                Gmax = Gmax,
                Potentiation = new PiecewiseBranchOptions { Step = step, Nodes = [1, 1 + gamma] },
            },
        });

    private static Gen<DeviceOptions> Linear() =>
        Gen.Select(Generated.Text, Generated.Text, Conductance(0, 1e-6), Conductance(2e-6, 10e-3), Gen.Int[1, 30_000])
            .Select((name, citation, low, high, pulses) => (DeviceOptions)new LinearDeviceOptions
            {
                Name = name,
                Gmin = low,
                Gmax = high,
                Pulses = pulses,
                Source = new SourceOptions { Citation = citation },
            });

    private static Gen<DeviceOptions> Exponential() =>
        Gen.Select(Conductance(0, 1e-6), Conductance(2e-6, 10e-3),
            Gen.OneOf(Gen.Double[-5, -0.01], Gen.Double[0.01, 5],
                Gen.OneOf(double.PositiveInfinity, double.NegativeInfinity)), Gen.Bool)
            .Select((low, high, a, both) => (DeviceOptions)new ExponentialDeviceOptions
            {
                Gmin = low,
                Gmax = high,
                Potentiation = new ExponentialBranchOptions { A = a },
                Depression = both ? new ExponentialBranchOptions { A = a } : null,
            });

    private static Gen<DeviceOptions> TwoBranches() =>
        Gen.Select(Gen.Double[-5, -0.01], Gen.Double[0.01, 5], Gen.Int[1, 30_000], Gen.Double[0, 0.3], Gen.Enum<NoiseReference>())
            .Select((up, down, pulses, sigma, of) => (DeviceOptions)new ExponentialDeviceOptions
            {
                Gmin = 1e-6,
                Gmax = 50e-6,
                Branches = pulses % 2 == 0 ? BranchKind.Two : null,
                Potentiation = new ExponentialBranchOptions { A = up },
                Depression = new ExponentialBranchOptions { A = down, Pulses = pulses },
                Variation = new VariationOptions
                {
                    C2c = new CycleNoiseOptions { Sigma = sigma, Of = of },
                    D2d = pulses % 3 == 0 ? null : new DeviceSpreadOptions { A = sigma, Gain = sigma, Gmax = sigma / 10 },
                    Drift = pulses % 5 == 0 ? null : new DriftOptions { Nu = sigma, Sigma = sigma / 3, T0 = 1 + up / 10 },
                    Retention = pulses % 7 > 0 ? null : new RetentionOptions { Tau = -1e7 * up, Toward = RestState.Middle },
                    Rtn = pulses % 7 > 1 ? null : new TelegraphNoiseOptions { Share = sigma, Amplitude = down / 5 },
                },
            });

    private static Gen<DeviceOptions> SoftBounds() =>
        Gen.Select(Gen.Double[1e-3, 1], Gen.Double[1e-3, 1]).Select((up, down) => (DeviceOptions)new SoftBoundsDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Potentiation = new SoftBoundsBranchOptions { Step = up },
            Depression = up > down ? new SoftBoundsBranchOptions { Step = down } : null,
        });

    private static Gen<DeviceOptions> Table() =>
        Gen.Select(Conductance(1e-9, 1e-6).Array[2, 40], Gen.Int[1, 30_000])
            .Select((steps, pulses) => (DeviceOptions)new TableDeviceOptions
            {
                Pulses = pulses,
                Table = new TablePoints
                {
                    Pulse = [.. steps.Select((_, i) => i * 1.1)],
                    Conductance = [.. steps.Select((_, i) => steps.Take(i + 1).Sum())],
                },
            });
}
