using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;

namespace CrossbarSim.Experiments.Tests.Fitting;

/// <summary>A device, and the parameters that a fit must find.</summary>
internal sealed record KnownDevice(DeviceOptions Device, params (string Key, double Value)[] Parameters);

/// <summary>Devices with known parameters, one or more of every law; a name is the law and, after a blank, which one.</summary>
internal static class KnownDevices
{
    private const double Low = 2e-6;
    private const double High = 50e-6;

    public static IReadOnlyDictionary<string, KnownDevice> All { get; } = new Dictionary<string, KnownDevice>
    {
        ["linear"] = new(new LinearDeviceOptions { Gmin = Low, Gmax = High, Pulses = 100 }),
        ["linear two"] = new(new LinearDeviceOptions
        {
            Gmin = Low,
            Gmax = High,
            Pulses = 100,
            Depression = new BranchOptions { Pulses = 60 },
        }),
        ["exponential"] = new(
            Exponential(-0.5, 0.3, 80), ("potentiation.a", -0.5), ("depression.a", 0.3)),
        ["exponential one"] = new(
            new ExponentialDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Pulses = 64,
                Potentiation = new ExponentialBranchOptions { A = 0.8 },
            },
            ("potentiation.a", 0.8)),
        ["exponential nearly"] = new(Exponential(-30, 40, 100), ("potentiation.a", -30), ("depression.a", 40)),
        ["neurosim"] = new(
            new NeurosimDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Pulses = 97,
                Potentiation = new NeurosimBranchOptions { APulses = 48 },
                Depression = new NeurosimBranchOptions { APulses = -20, Pulses = 100 },
            },
            ("potentiation.a_pulses", 48), ("depression.a_pulses", -20)),
        ["constant-step"] = new(
            new ConstantStepDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Potentiation = new ConstantStepBranchOptions { Step = 0.0137 },
                Depression = new ConstantStepBranchOptions { Step = 0.0211 },
            },
            ("potentiation.step", 0.0137), ("depression.step", 0.0211)),
        ["linear-step"] = new(
            new LinearStepDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Potentiation = new LinearStepBranchOptions { Step = 0.021, Gamma = 0.7 },
                Depression = new LinearStepBranchOptions { Step = 0.0133, Gamma = -1.5 },
            },
            ("potentiation.step", 0.021), ("potentiation.gamma", 0.7), ("depression.step", 0.0133), ("depression.gamma", -1.5)),
        ["soft-bounds"] = new(
            new SoftBoundsDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Potentiation = new SoftBoundsBranchOptions { Step = 0.05 },
                Depression = new SoftBoundsBranchOptions { Step = 0.08 },
            },
            ("potentiation.step", 0.05), ("depression.step", 0.08)),
        ["exp-step"] = new(
            new ExpStepDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Potentiation = new ExpStepBranchOptions { Step = 0.011, Amplitude = 0.002, Gamma = 6 },
                Depression = new ExpStepBranchOptions { Step = 0.0093, Amplitude = -3.5, Gamma = -7 },
            },
            ("potentiation.step", 0.011), ("potentiation.amplitude", 0.002), ("potentiation.gamma", 6),
            ("depression.step", 0.0093), ("depression.amplitude", -3.5), ("depression.gamma", -7)),
        ["pow-step"] = new(
            new PowStepDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Pulses = 650,
                Potentiation = new PowStepBranchOptions { Step = 0.04, Gamma = 2 },
                Depression = new PowStepBranchOptions { Step = 0.021, Gamma = 0.4 },
            },
            ("potentiation.step", 0.04), ("potentiation.gamma", 2), ("depression.step", 0.021), ("depression.gamma", 0.4)),
        ["pow-step mirrored"] = new(
            new PowStepDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Potentiation = new PowStepBranchOptions { Step = 0.02, Gamma = 0.5 },
            },
            ("potentiation.step", 0.02), ("potentiation.gamma", 0.5), ("depression.step", 0.02), ("depression.gamma", 0.5)),
        ["piecewise"] = new(
            new PiecewiseDeviceOptions
            {
                Gmin = Low,
                Gmax = High,
                Potentiation = new PiecewiseBranchOptions { Step = 0.01, Nodes = [1, 2, 0.5, 2, 0.7] },
                Depression = new PiecewiseBranchOptions { Step = 0.02, Nodes = [1, 0.4, 1.2, 0.3, 0.8] },
            },
            ("potentiation.step", 0.01), ("potentiation.nodes.1", 2), ("potentiation.nodes.2", 0.5),
            ("potentiation.nodes.3", 2), ("potentiation.nodes.4", 0.7),
            ("depression.step", 0.02), ("depression.nodes.1", 0.4), ("depression.nodes.2", 1.2),
            ("depression.nodes.3", 0.3), ("depression.nodes.4", 0.8)),
        ["table"] = new(new TableDeviceOptions
        {
            Pulses = 30,
            Table = new TablePoints
            {
                Pulse = [.. Enumerable.Range(0, 31).Select(p => (double)p)],
                Conductance = [.. Enumerable.Range(0, 31).Select(p => 1e-6 * (2 + p + 0.4 * Math.Sin(p)))],
            },
        }),
    };

    private static ExponentialDeviceOptions Exponential(double up, double down, int falling) => new()
    {
        Gmin = Low,
        Gmax = High,
        Pulses = 100,
        Potentiation = new ExponentialBranchOptions { A = up },
        Depression = new ExponentialBranchOptions { A = down, Pulses = falling },
    };
}
