using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Boards.Options;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>What a greeted board is asked and told before it is used.</summary>
internal static class LinkSetup
{
    private static readonly LimitsMessage Leave = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Reads who the board is, and refuses another than the file means.</summary>
    /// <exception cref="BoardException">It has other lines or another serial number: CBS1304.</exception>
    public static BoardIdentity Identify(HelloReply hello, LinkBoardOptions options)
    {
        if ((hello.Rows, hello.Columns) != (options.Rows, options.Columns)) throw Another(FormattableString.Invariant(
            $"{hello.Rows} x {hello.Columns} lines, the file says {options.Rows} x {options.Columns}"));
        if (options.Serial is { } serial && serial != hello.Serial) throw Another(FormattableString.Invariant(
            $"serial number {hello.Serial}, the file says {serial}"));
        return new BoardIdentity(hello.Board, hello.Serial, hello.Firmware, hello.Rows, hello.Columns,
            (BoardCapabilities)hello.Capabilities);
    }

    /// <summary>Tightens the limits of the board to those of the file.</summary>
    /// <returns>What the board then keeps.</returns>
    public static BoardLimits Tighten(LinkSession session, BoardLimits file)
    {
        // A board refuses to be asked for more than it allows, so it is asked first what that is.
        var own = LinkUnits.FromMessage(session.Ask<LimitsMessage, LimitsMessage>(MessageType.Limits, Leave));
        var wanted = LinkUnits.ToMessage(own.Tighten(file) with { PulsesPerCell = own.PulsesPerCell });
        return LinkUnits.FromMessage(session.Ask<LimitsMessage, LimitsMessage>(MessageType.Limits, wanted));
    }

    /// <summary>Tells the board its pulses, and compares what it understood.</summary>
    public static void SetWaveform(LinkSession session, LinkWaveform waveform)
    {
        var reply = session.Ask<WaveformRequest, WaveformReply>(MessageType.Waveform, waveform.Request);
        if (reply != new WaveformReply(waveform.Request.Id, waveform.Hash)) throw new BoardException("CBS1307",
            FormattableString.Invariant($"the board took waveform {reply.Id} as {reply.Hash:X4}, not {waveform.Hash:X4}"));
    }

    private static BoardException Another(string what) => new("CBS1304", $"this is another board: it has {what}");
}
