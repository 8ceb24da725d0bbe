using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Simulator.Bench.Checks;

/// <summary>Devices and weights that backends are compared with.</summary>
/// <param name="Name">In words.</param>
/// <param name="Mapping">The devices, of every layer.</param>
internal sealed record CheckedDevice(string Name, WeightMapping Mapping)
{
    private const double Gmin = 1e-6;
    private const double Gmax = 50e-6;

    private static readonly LinearDeviceOptions Linear = new() { Gmin = Gmin, Gmax = Gmax, Pulses = 100 };
    private static readonly ExponentialDeviceOptions Curved =
        new() { Gmin = Gmin, Gmax = Gmax, Pulses = 100, Potentiation = new() { A = -0.5 } };

    /// <summary>One of each kind that is computed in a way of its own.</summary>
    public static IReadOnlyList<CheckedDevice> All { get; } =
    [
        new("linear", Mapped(Linear, MappingKind.Offset)),
        new("linear, noise of the step", Mapped(
            Linear with { Variation = new() { C2c = new() { Sigma = 0.3, Of = NoiseReference.Step } } }, MappingKind.Offset)),
        new("exponential, reference column", Mapped(Curved, MappingKind.Reference)),
        new("two branches, noise of the window, spread", Mapped(
            Curved with
            {
                Depression = new() { A = 0.5 },
                Variation = new()
                {
                    C2c = new() { Sigma = 0.01, Of = NoiseReference.Window },
                    D2d = new() { Gmin = 0.05, Gmax = 0.05, Gain = 0.1, A = 0.1 },
                },
            },
            MappingKind.Reference)),
        new("soft bounds", Mapped(
            new SoftBoundsDeviceOptions { Gmin = Gmin, Gmax = Gmax, Potentiation = new() { Step = 0.02 } },
            MappingKind.Reference)),
        new("linear step, noise and spread", Mapped(
            new LinearStepDeviceOptions
            {
                Gmin = Gmin,
                Gmax = Gmax,
                Potentiation = new() { Step = 0.02, Gamma = 0.5 },
                Variation = new()
                {
                    C2c = new() { Sigma = 0.3, Of = NoiseReference.Step },
                    D2d = new() { Gain = 0.1, Gamma = 0.1 },
                },
            },
            MappingKind.Reference)),
        new("faults, endurance, write and read noise", Mapped(
            Linear with
            {
                Variation = new()
                {
                    D2d = new() { Step = 0.2 },
                    Faults = new() { StuckGmin = 0.01, StuckAnywhere = 0.02, Unformed = 0.01, Sluggish = new() { Share = 0.05 } },
                    Endurance = new() { Pulses = 20, Sigma = 0.5 },
                    Write = new() { Sigma = 0.02 },
                    Read = new() { Sigma = 0.01 },
                },
            },
            MappingKind.Offset)),
        new("pairs, both", Mapped(Curved, MappingKind.Differential)),
        new("pairs, better", Mapped(Curved, MappingKind.Differential, PairUpdate.Better)),
    ];

    private static WeightMapping Mapped(DeviceOptions device, MappingKind kind, PairUpdate pair = PairUpdate.Both) =>
        new(device, new MappingOptions { Kind = kind, Pair = pair });
}
