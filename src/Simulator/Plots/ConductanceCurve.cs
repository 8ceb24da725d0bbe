using CrossbarSim.Core.Devices;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Conductance of one device along a train of N potentiation and then N depression pulses.</summary>
/// <param name="Name">Name of the device.</param>
/// <param name="Potentiation">Conductance after 0 .. N potentiation pulses from gmin, siemens.</param>
/// <param name="Depression">Conductance after 0 .. N depression pulses from gmax, siemens.</param>
public sealed record ConductanceCurve(
    string Name, IReadOnlyList<double> Potentiation, IReadOnlyList<double> Depression)
{
    /// <summary>The nominal curve of a device that follows one curve in both directions.</summary>
    /// <param name="device">The device.</param>
    public static ConductanceCurve Of(DeviceOptions device)
    {
        double[] up = [.. device.Fractions().Select(device.Window.Conductance)];
        return new(device.Name, up, [.. up.Reverse()]);
    }

    /// <summary>N of the potentiation branch.</summary>
    internal int Pulses => Potentiation.Count - 1;
}
