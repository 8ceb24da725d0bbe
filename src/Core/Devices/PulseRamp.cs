namespace CrossbarSim.Core.Devices;

/// <summary>A train of pulses of one direction whose size or width grows from pulse to pulse.</summary>
/// <param name="Count">Pulses, at least 1.</param>
/// <param name="Volts">Size of the amplitude, volts above 0; null: that of the nominal pulse.</param>
/// <param name="Seconds">Width, seconds; null: that of the nominal pulse.</param>
public sealed record PulseRamp(int Count, Ramp? Volts, Ramp? Seconds)
{
    /// <summary>The pulses.</summary>
    /// <param name="voltage">The nominal pulse of each direction; its sign is that of the train.</param>
    /// <param name="rising">Potentiation, else depression.</param>
    public IEnumerable<Pulse> Of(VoltageOptions voltage, bool rising)
    {
        var nominal = voltage.Branch(depression: !rising);
        for (var k = 0; k < Count; k++)
            yield return new Pulse(
                rising,
                Volts is { } volts ? Math.CopySign(volts.At(k, Count), nominal.Amplitude) : nominal.Amplitude,
                Seconds?.At(k, Count) ?? nominal.Width);
    }
}
