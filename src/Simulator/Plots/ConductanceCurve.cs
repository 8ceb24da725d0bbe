using CrossbarSim.Core.Devices;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Conductance of one device along a train of potentiation and then depression pulses, N of each branch.</summary>
/// <param name="Name">Name of the device.</param>
/// <param name="Potentiation">Conductance after 0 .. N potentiation pulses from gmin, siemens.</param>
/// <param name="Depression">
/// Conductance after 0 .. N depression pulses from gmax, siemens; gmax and gmin where a pulse is a reset.
/// </param>
public sealed record ConductanceCurve(
    string Name, IReadOnlyList<double> Potentiation, IReadOnlyList<double> Depression)
{
    /// <summary>The nominal curves of a device, of both directions.</summary>
    /// <param name="device">The device.</param>
    public static ConductanceCurve Of(DeviceOptions device)
    {
        var law = device.CreateLaw();
        double[] Conductances(LawBranch branch) => [.. branch.Fractions().Select(device.Window.Conductance)];
        double[] falling = device.Direction == DeviceDirection.Potentiation
            ? [device.Window.Gmax, device.Window.Gmin]
            : [.. Conductances(law.Depression).Reverse()];
        return new(device.Name, Conductances(law.Potentiation), falling);
    }

    /// <summary>N, as <c>100</c>, or as <c>100 up, 80 down</c> where the directions differ.</summary>
    internal string PulsesText => Potentiation.Count == Depression.Count
        ? FormattableString.Invariant($"{Potentiation.Count - 1}")
        : FormattableString.Invariant($"{Potentiation.Count - 1} up, {Depression.Count - 1} down");
}
