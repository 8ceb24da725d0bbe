using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>The pulses of a board file as the board is told them.</summary>
internal sealed record LinkWaveform
{
    /// <summary>Rounds the pulses of a board file to the units of the protocol.</summary>
    /// <param name="pulses">The pulses; they passed the safety gate.</param>
    /// <param name="gap">Pause between pulses, seconds.</param>
    public LinkWaveform(PulsePairOptions pulses, double gap)
    {
        // The protocol has one compliance for both directions: the stricter.
        double?[] currents = [pulses.Set.Compliance, pulses.Reset.Compliance];
        Request = new WaveformRequest(
            0, LinkUnits.Millivolts(pulses.Set.Voltage), LinkUnits.Width(pulses.Set.Width),
            LinkUnits.Millivolts(pulses.Reset.Voltage), LinkUnits.Width(pulses.Reset.Width),
            LinkUnits.Microamperes(currents.Min() ?? 0), LinkUnits.Gap(gap));
        Hash = Crc16.Of(LinkPayload.Encode(Request));
        Record = new WaveformRecord(
            pulses.Set.Voltage, pulses.Set.Width, pulses.Reset.Voltage, pulses.Reset.Width, currents.Min() ?? 0);
        Longest = TimeSpan.FromSeconds(Math.Max(pulses.Set.Width, pulses.Reset.Width) + gap);
    }

    /// <summary>What the board is told.</summary>
    public WaveformRequest Request { get; }

    /// <summary>What pulse commands name it by.</summary>
    public ushort Hash { get; }

    /// <summary>What the journal says.</summary>
    public WaveformRecord Record { get; }

    /// <summary>Time of one pulse with its pause, the longer direction.</summary>
    public TimeSpan Longest { get; }
}
