using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Curves;

/// <summary>A device along rising pulses of growing size or width from Gmin, then along falling ones.</summary>
public static class RampCurves
{
    /// <summary>Fires the pulses at the nominal device, without noise.</summary>
    /// <param name="device">The device.</param>
    /// <param name="rising">The rising pulses.</param>
    /// <param name="falling">The falling ones, which begin where the rising ones end.</param>
    /// <exception cref="ConfigurationException">The device does not say how voltages move it (CBS0227).</exception>
    public static IReadOnlyList<RampPoint> Of(DeviceOptions device, PulseRamp rising, PulseRamp falling)
    {
        if (device.Voltage is not { } voltage)
            throw new ConfigurationException(new Problem("CBS0227", "voltage", $"{device.Name} does not say how the amplitude "
                + "and the width of a pulse scale its step: give the device this key, as docs/laws.md explains"));
        var pulsed = new PulsedDevice(device, noise: false);
        return
        [
            .. Branch(pulsed, device.Name, ConductanceCurves.Potentiation, rising.Of(voltage, rising: true)),
            .. Branch(pulsed, device.Name, ConductanceCurves.Depression, falling.Of(voltage, rising: false)),
        ];
    }

    private static IEnumerable<RampPoint> Branch(PulsedDevice device, string name, string branch, IEnumerable<Pulse> train)
    {
        var fired = 0;
        yield return Point(null);
        foreach (var pulse in train)
        {
            device.Fire(pulse);
            fired++;
            yield return Point(pulse);
        }

        RampPoint Point(Pulse? pulse) => new(
            new CurvePoint(name, branch, fired, device.Position, device.Siemens, device.Mapping.Weight(device.Fraction)), pulse);
    }
}
