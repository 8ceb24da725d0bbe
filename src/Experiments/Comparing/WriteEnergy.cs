using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>What the pulses of a run cost: V^2 G t for each, in the device alone.</summary>
/// <remarks>
/// An estimate: G is the mean of a device's conductance before the first pulse and after the last, and conduction at the
/// write voltage is taken as ohmic. Wires, drivers and half-selected devices are left out. Refused pulses cost nothing.
/// </remarks>
public static class WriteEnergy
{
    /// <summary>Energy of the pulses fired at an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="first">Its state before training.</param>
    /// <param name="last">Its state now.</param>
    /// <param name="given">The pulse of devices that do not say what theirs is; null: unknown.</param>
    /// <returns>Joules; null where neither the device nor <paramref name="given"/> says what a pulse is.</returns>
    public static double? Joules(StateLayer array, LayerState first, LayerState last, WritePulse? given)
    {
        if (Pulse(array.Device, given, depression: false) is not { } up) return null;
        var down = Pulse(array.Device, given, depression: true)!;
        var (before, after) = (array.Conductances(first), array.Conductances(last));
        var joules = 0.0;
        for (var at = 0; at < before.Length; at++)
            joules += (before[at] + after[at]) / 2
                * (up.VoltSquareSeconds * last.PotentiationPulses[at] + down.VoltSquareSeconds * last.DepressionPulses[at]);
        return joules;
    }

    private static WritePulse? Pulse(DeviceOptions device, WritePulse? given, bool depression) => device.Voltage is { } voltage
        ? new WritePulse(voltage.Branch(depression).Amplitude, voltage.Branch(depression).Width)
        : given;
}
