using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal.Records;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Forming of one cell.</summary>
internal static class LinkForming
{
    // The reading that ends the ramp is put in the middle of what 16 bits hold.
    private const ushort TargetCounts = 30_000;

    /// <summary>Sends the ramp.</summary>
    /// <param name="firing">The way out.</param>
    /// <param name="session">For messages.</param>
    /// <param name="plan">The ramp; it passed the safety gate.</param>
    public static (PulseOutcome Fired, double Conductance) Run(LinkFiring firing, LinkSession session, FormingPlan plan)
    {
        var unit = (float)(plan.Target / TargetCounts);
        var request = new FormRequest(
            (ushort)plan.Row, (ushort)plan.Column, LinkUnits.Millivolts(plan.Start), LinkUnits.Millivolts(plan.Step),
            LinkUnits.Millivolts(plan.Most), LinkUnits.Width(plan.Width), LinkUnits.Microamperes(plan.Compliance),
            LinkUnits.Millivolts(plan.ReadVoltage), unit, TargetCounts);
        FormReply? reply = null;
        var outcome = firing.Fire(MessageType.Form, LinkPayload.Encode(request), TimeSpan.FromSeconds(plan.Width * plan.Pulses),
            frame => Intent(frame, plan), CancellationToken.None,
            answer => reply = session.Read<FormReply>(MessageType.Form, answer));
        var isBeyond = reply!.Reading == LinkProtocol.BeyondRange;
        return (outcome.Fired, isBeyond ? double.PositiveInfinity : (double)unit * reply.Reading);
    }

    private static IntentRecord Intent(LinkFrame frame, FormingPlan plan) => new(
        frame.Nonce, frame.Sequence, PulseCommand.Form, new WaveformRecord(plan.Most, plan.Width, 0, 0, plan.Compliance))
    {
        Cells = [[plan.Row, plan.Column, plan.Pulses]],
    };
}
