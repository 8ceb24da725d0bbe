using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Curves;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>devices show</c> finds out about a device.</summary>
/// <param name="Device">What the list says of it.</param>
/// <param name="Rising">Steps of rising pulses.</param>
/// <param name="Falling">Steps of falling pulses.</param>
/// <param name="SymmetryFraction">u of the symmetry point; null: a one-curve law, or a device that is reset, has none.</param>
/// <param name="SymmetrySiemens">Its conductance, siemens.</param>
/// <param name="DistinctStates">Rising states that differ by two standard deviations of a pulse's noise.</param>
/// <param name="Source">Where the numbers come from.</param>
internal sealed record DeviceFacts(
    ListedDevice Device,
    StepSizes Rising,
    StepSizes Falling,
    double? SymmetryFraction,
    double? SymmetrySiemens,
    int DistinctStates,
    SourceOptions? Source)
{
    /// <summary>The facts of a device.</summary>
    /// <param name="device">The nominal device.</param>
    public static DeviceFacts Of(DeviceOptions device)
    {
        var law = device.CreateLaw();
        var rising = law.Potentiation.Fractions();
        var symmetry = PulseTraces.SymmetryOf(device);
        return new DeviceFacts(
            ListedDevice.Of(device), StepSizes.Of(rising), StepSizes.Of([.. law.Depression.Fractions().Reverse()]),
            symmetry, symmetry is { } u ? device.Window.Conductance(u) : null,
            Core.Devices.Variation.DistinctStates.Count(rising, device.Variation?.C2c), device.Source);
    }
}
