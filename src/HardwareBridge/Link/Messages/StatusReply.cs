namespace CrossbarSim.HardwareBridge.Link.Messages;

/// <summary>How a board stands.</summary>
/// <param name="Armed">0 no, 1 yes, 2 yes with forming.</param>
/// <param name="LastSeq">Last command that was done.</param>
/// <param name="UpTotal">Rising pulses since boot.</param>
/// <param name="DownTotal">Falling pulses since boot.</param>
/// <param name="BadFrames">Frames that were dropped.</param>
/// <param name="Replays">Acknowledgements sent again.</param>
/// <param name="WatchdogTrips">Times that the watchdog grounded the lines.</param>
/// <param name="Aborts">Times that abort bytes did.</param>
public sealed record StatusReply(
    byte Armed, ushort LastSeq, uint UpTotal, uint DownTotal, ushort BadFrames, ushort Replays, ushort WatchdogTrips,
    ushort Aborts) : ILinkMessage<StatusReply>
{
    /// <inheritdoc/>
    public void Write(PayloadWriter writer) =>
        writer.U8(Armed).U16(LastSeq).U32(UpTotal).U32(DownTotal).U16(BadFrames).U16(Replays).U16(WatchdogTrips)
            .U16(Aborts);

    /// <inheritdoc/>
    public static StatusReply Read(ref PayloadReader reader) =>
        new(
            reader.U8(), reader.U16(), reader.U32(), reader.U32(), reader.U16(), reader.U16(), reader.U16(),
            reader.U16());
}
