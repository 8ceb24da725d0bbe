using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Limits and waveforms as the firmware keeps them, from one boot to the next. Mutable.</summary>
/// <param name="now">What holds after the boot.</param>
/// <param name="canLimitCurrent">Whether pulses have a compliance; else they must have none.</param>
/// <param name="time">The clock.</param>
internal sealed class EmulatedLimits(LimitsMessage now, bool canLimitCurrent, TimeProvider time)
{
    // mV x uA x 10 ns
    private const double PicojoulesPerUnit = 1e-5;

    private readonly WaveformRequest?[] _waveforms = new WaveformRequest?[LinkProtocol.Waveforms];
    private long _free = time.GetTimestamp();
    private long _freeToRead = time.GetTimestamp();

    /// <summary>What holds.</summary>
    public LimitsMessage Now { get; private set; } = now;

    /// <summary>Tightens limits.</summary>
    public DeviceAnswer Tighten(LimitsMessage wanted)
    {
        bool Loosens(uint now, uint more) => more > now;
        if (Loosens(Now.RiseVoltage, wanted.RiseVoltage) || Loosens(Now.FallVoltage, wanted.FallVoltage)
            || (wanted.LeastWidth != 0 && wanted.LeastWidth < Now.LeastWidth) || Loosens(Now.MostWidth, wanted.MostWidth)
            || Loosens(Now.Energy, wanted.Energy) || Loosens(Now.Compliance, wanted.Compliance)
            || Loosens(Now.PulsesPerCall, wanted.PulsesPerCall) || Loosens(Now.PulsesPerSecond, wanted.PulsesPerSecond)
            || Loosens(Now.PulsesPerCell, wanted.PulsesPerCell) || Loosens(Now.TotalPulses, wanted.TotalPulses)
            || Loosens(Now.ReadVoltage, wanted.ReadVoltage) || Loosens(Now.ReadsPerSecond, wanted.ReadsPerSecond))
            return DeviceAnswer.Nak(NakReason.Loosen);
        Now = Merge(wanted);
        for (var k = 0; k < _waveforms.Length; k++)
            if (_waveforms[k] is { } kept && Check(kept) is not null) _waveforms[k] = null;
        return DeviceAnswer.Of(Now);
    }

    /// <summary>Keeps a waveform.</summary>
    public DeviceAnswer Set(WaveformRequest waveform)
    {
        if (waveform.Id >= _waveforms.Length || waveform.UpVoltage == 0 || waveform.DownVoltage == 0)
            return DeviceAnswer.Nak(NakReason.Format);
        if (Check(waveform) is { } refusal) return refusal;
        _waveforms[waveform.Id] = waveform;
        return DeviceAnswer.Of(new WaveformReply(waveform.Id, Hash(waveform)));
    }

    /// <summary>Whether a waveform is set as its hash says.</summary>
    public bool Has(byte id, ushort hash) =>
        id < _waveforms.Length && _waveforms[id] is { } waveform && Hash(waveform) == hash;

    /// <summary>Checks one pulse.</summary>
    public DeviceAnswer? CheckPulse(short voltage, uint width, ushort compliance)
    {
        var limit = voltage > 0 ? Now.RiseVoltage : Now.FallVoltage;
        if (Math.Abs((int)voltage) > limit) return DeviceAnswer.Nak(NakReason.Voltage, limit);
        if (width < Now.LeastWidth) return DeviceAnswer.Nak(NakReason.Width, Now.LeastWidth);
        if (width > Now.MostWidth) return DeviceAnswer.Nak(NakReason.Width, Now.MostWidth);
        if (compliance != 0 != canLimitCurrent) return DeviceAnswer.Nak(NakReason.Compliance);
        if (compliance > Now.Compliance) return DeviceAnswer.Nak(NakReason.Compliance, Now.Compliance);
        var current = compliance == 0 ? Now.Compliance : compliance;
        var energy = Math.Abs((double)voltage) * current * width * PicojoulesPerUnit;
        return energy > Now.Energy ? DeviceAnswer.Nak(NakReason.Energy, Now.Energy) : null;
    }

    /// <summary>Checks a read, and takes its time.</summary>
    public DeviceAnswer? CheckRead(int voltage, long samples)
    {
        if (Math.Abs(voltage) > Now.ReadVoltage) return DeviceAnswer.Nak(NakReason.ReadVoltage, Now.ReadVoltage);
        if (Wait(_freeToRead) is > 0 and var wait) return DeviceAnswer.Nak(NakReason.ReadRate, wait);
        _freeToRead = After(samples, Now.ReadsPerSecond);
        return null;
    }

    /// <summary>Whether pulses have to wait.</summary>
    public DeviceAnswer? CheckRate() => Wait(_free) is > 0 and var wait ? DeviceAnswer.Nak(NakReason.Rate, wait) : null;

    /// <summary>Says that pulses were fired.</summary>
    public void Spend(long pulses) => _free = After(pulses, Now.PulsesPerSecond);

    private LimitsMessage Merge(LimitsMessage wanted)
    {
        static ushort Or16(ushort wanted, ushort now) => wanted == 0 ? now : wanted;
        static uint Or32(uint wanted, uint now) => wanted == 0 ? now : wanted;
        return new LimitsMessage(
            Or16(wanted.RiseVoltage, Now.RiseVoltage), Or16(wanted.FallVoltage, Now.FallVoltage),
            Or32(wanted.LeastWidth, Now.LeastWidth), Or32(wanted.MostWidth, Now.MostWidth), Or32(wanted.Energy, Now.Energy),
            Or16(wanted.Compliance, Now.Compliance), Or16(wanted.PulsesPerCall, Now.PulsesPerCall),
            Or32(wanted.PulsesPerSecond, Now.PulsesPerSecond), Or32(wanted.PulsesPerCell, Now.PulsesPerCell),
            Or32(wanted.TotalPulses, Now.TotalPulses), Or16(wanted.ReadVoltage, Now.ReadVoltage),
            Or32(wanted.ReadsPerSecond, Now.ReadsPerSecond));
    }

    private DeviceAnswer? Check(WaveformRequest waveform) =>
        CheckPulse(waveform.UpVoltage, waveform.UpWidth, waveform.Compliance)
        ?? CheckPulse(waveform.DownVoltage, waveform.DownWidth, waveform.Compliance);

    private long After(long units, uint perSecond) =>
        time.GetTimestamp() + units * time.TimestampFrequency / Math.Max(perSecond, 1);

    private uint Wait(long free) =>
        (uint)Math.Max(Math.Ceiling(time.GetElapsedTime(time.GetTimestamp(), free).TotalMilliseconds), 0);

    private static ushort Hash(WaveformRequest waveform) => Crc16.Of(LinkPayload.Encode(waveform));
}
