using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Tests.Fitting;

/// <summary>Devices with known parameters, one or more of every law.</summary>
internal static class Devices
{
    private const double Low = 2e-6;
    private const double High = 50e-6;

    public static IReadOnlyDictionary<string, DeviceOptions> All { get; } = new Dictionary<string, DeviceOptions>
    {
        ["linear"] = new LinearDeviceOptions { Gmin = Low, Gmax = High, Pulses = 100 },
        ["exponential"] = new ExponentialDeviceOptions
        {
            Gmin = Low, Gmax = High, Pulses = 100, Potentiation = new ExponentialBranchOptions { A = -0.5 },
            Depression = new ExponentialBranchOptions { A = 0.3, Pulses = 80 },
        },
        ["exponential one"] = new ExponentialDeviceOptions
        {
            Gmin = Low, Gmax = High, Pulses = 64, Potentiation = new ExponentialBranchOptions { A = 0.8 },
        },
        ["neurosim"] = new NeurosimDeviceOptions
        {
            Gmin = Low, Gmax = High, Pulses = 97,
            Potentiation = new NeurosimBranchOptions { APulses = 48 },
            Depression = new NeurosimBranchOptions { APulses = -20, Pulses = 100 },
        },
        ["constant-step"] = new ConstantStepDeviceOptions
        {
            Gmin = Low, Gmax = High, Potentiation = new ConstantStepBranchOptions { Step = 0.0137 },
            Depression = new ConstantStepBranchOptions { Step = 0.0211 },
        },
        ["linear-step"] = new LinearStepDeviceOptions
        {
            Gmin = Low, Gmax = High, Potentiation = new LinearStepBranchOptions { Step = 0.021, Gamma = 0.7 },
            Depression = new LinearStepBranchOptions { Step = 0.0133, Gamma = -1.5 },
        },
        ["soft-bounds"] = new SoftBoundsDeviceOptions
        {
            Gmin = Low, Gmax = High, Potentiation = new SoftBoundsBranchOptions { Step = 0.05 },
            Depression = new SoftBoundsBranchOptions { Step = 0.08 },
        },
        ["exp-step"] = new ExpStepDeviceOptions
        {
            Gmin = Low, Gmax = High,
            Potentiation = new ExpStepBranchOptions { Step = 0.011, Amplitude = 0.002, Gamma = 6 },
            Depression = new ExpStepBranchOptions { Step = 0.0093, Amplitude = -3.5, Gamma = -7 },
        },
        ["pow-step"] = new PowStepDeviceOptions
        {
            Gmin = Low, Gmax = High, Pulses = 150,
            Potentiation = new PowStepBranchOptions { Step = 0.04, Gamma = 2.5 },
            Depression = new PowStepBranchOptions { Step = 0.021, Gamma = 0.4 },
        },
        ["piecewise"] = new PiecewiseDeviceOptions
        {
            Gmin = Low, Gmax = High,
            Potentiation = new PiecewiseBranchOptions { Step = 0.01, Nodes = [1, 2, 0.5, 2, 0.7] },
            Depression = new PiecewiseBranchOptions { Step = 0.02, Nodes = [1, 0.4, 1.2, 0.3, 0.8] },
        },
        ["table"] = new TableDeviceOptions
        {
            Pulses = 30,
            Table = new TablePoints
            {
                Pulse = [.. Enumerable.Range(0, 31).Select(p => (double)p)],
                Conductance = [.. Enumerable.Range(0, 31).Select(p => 1e-6 * (2 + p + 0.4 * Math.Sin(p)))],
            },
        },
    };
}
