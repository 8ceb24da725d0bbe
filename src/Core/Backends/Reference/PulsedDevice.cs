using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;

namespace CrossbarSim.Core.Backends.Reference;

/// <summary>
/// One device under a train of pulses of any amplitude and width: a nominal one, with its noise from pulse to pulse.
/// Mutable; starts at Gmin.
/// </summary>
public sealed class PulsedDevice
{
    private readonly DeviceOptions _options;
    private readonly ReferenceDevices _devices;

    /// <summary>Makes the device.</summary>
    /// <param name="options">The device; its spread over devices is left aside.</param>
    /// <param name="noise">Whether its cycle-to-cycle noise disturbs the pulses.</param>
    /// <param name="seed">Seed of the noise.</param>
    public PulsedDevice(DeviceOptions options, bool noise = true, ulong seed = 1)
    {
        _options = options with { Variation = noise ? WithoutSpread(options.Variation) : null };
        Mapping = new WeightMapping(_options, new MappingOptions());
        _devices = new ReferenceDevices(Mapping, count: 1, seed, layer: 0);
    }

    /// <summary>Its law, and the weights that its conductances stand for under <c>offset</c>.</summary>
    public WeightMapping Mapping { get; }

    /// <summary>Normalised conductance u, 0 .. 1.</summary>
    public double Fraction => _devices.Fraction(0);

    /// <summary>Conductance, siemens.</summary>
    public double Siemens => _devices.Conductance(0);

    /// <summary>p = P/N on the branch of the last pulse, 0 .. 1.</summary>
    public double Position => _devices.Branch(0).Position(Fraction) / _devices.Branch(0).Pulses;

    /// <summary>Pulses from end to end: N of a direction, and one where a pulse resets the device to Gmin.</summary>
    /// <param name="rising">Potentiation, else depression.</param>
    public int PulsesAcross(bool rising) => IsReset(rising) ? 1 : Mapping.Law.Branch(depression: !rising).Pulses;

    /// <summary>Puts it at Gmax, as if only rising pulses had been fired; its noise begins anew.</summary>
    public void StartAtTop() => _devices.Write(new LayerState(1) { Pulses = [Mapping.Pulses] });

    /// <summary>One nominal pulse.</summary>
    /// <param name="rising">Potentiation, else depression.</param>
    public void Fire(bool rising) => Fire(rising, gain: 1);

    /// <summary>One pulse: it moves the device as far as <see cref="VoltageBranchOptions.Gain"/> nominal ones.</summary>
    /// <param name="pulse">The pulse.</param>
    /// <exception cref="InvalidOperationException">The device does not say how voltages move it.</exception>
    public void Fire(Pulse pulse)
    {
        if (_options.Voltage is not { } voltage) throw new InvalidOperationException("the device has no voltages");
        Fire(pulse.Rising, voltage.Branch(depression: !pulse.Rising).Gain(pulse.Volts, pulse.Seconds));
    }

    private bool IsReset(bool rising) => !rising && _options.Direction == DeviceDirection.Potentiation;

    // A reset takes whatever pulse is strong enough to move the device at all.
    private void Fire(bool rising, double gain)
    {
        if (!IsReset(rising)) _devices.Fire(0, rising, gain);
        else if (gain > 0) _devices.Reset(0);
    }

    private static VariationOptions? WithoutSpread(VariationOptions? variation) =>
        variation is null ? null : variation with { D2d = null };
}
