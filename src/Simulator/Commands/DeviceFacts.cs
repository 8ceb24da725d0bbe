using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Options;
using CrossbarSim.Experiments.Curves;

namespace CrossbarSim.Simulator.Commands;

/// <summary>What <c>devices show</c> finds out about a device.</summary>
/// <param name="Device">What the list says of it.</param>
/// <param name="Rising">Steps of rising pulses.</param>
/// <param name="Falling">Steps of falling pulses.</param>
/// <param name="IsOneCurve">Whether both directions walk the same curve.</param>
/// <param name="AlternatingPulses">Where one pulse up, one down leads, by name; null: a pulse resets the device.</param>
/// <param name="SymmetryFraction">u of the symmetry point; null: there is none.</param>
/// <param name="SymmetrySiemens">Its conductance, siemens.</param>
/// <param name="DistinctStates">Rising states that differ by two standard deviations of a pulse's noise.</param>
/// <param name="Source">Where the numbers come from.</param>
internal sealed record DeviceFacts(
    ListedDevice Device,
    StepSizes Rising,
    StepSizes Falling,
    bool IsOneCurve,
    string? AlternatingPulses,
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
        var isReset = device.Direction == DeviceDirection.Potentiation;
        var symmetry = PulseTraces.SymmetryOf(device);
        return new DeviceFacts(
            ListedDevice.Of(device), StepSizes.Of(rising), StepSizes.Of([.. law.Depression.Fractions().Reverse()]),
            law.IsOneCurve, isReset ? null : OptionNames.Value($"{SymmetryPoint.Kind(law)}"),
            symmetry, symmetry is { } u ? device.Window.Conductance(u) : null,
            Core.Devices.Variation.DistinctStates.Count(rising, device.Variation?.C2c), device.Source);
    }
}
