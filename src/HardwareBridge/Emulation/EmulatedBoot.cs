using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>An emulated board from one boot to the next: its nonce, its numbers, whether it is armed. Mutable.</summary>
internal sealed class EmulatedBoot
{
    private const ushort FirmwareVersion = 1;
    private const double RangeOfWindow = 2;
    private const BoardCapabilities FormingBoard = BoardCapabilities.Forming | BoardCapabilities.Compliance;

    private readonly EmulatorOptions _options;
    private readonly TimeProvider _time;
    private readonly EmulatedLimits _limits;
    private readonly EmulatedPulses _pulses;
    private readonly EmulatedProgram _program;
    private readonly EmulatedReads _reads;
    private LinkFrame? _lastAnswer;
    private ushort _last;
    private byte _armed;
    private ushort _watchdog = LinkProtocol.DefaultWatchdog;
    private long _heard;
    private (ushort Bad, ushort Replays, ushort Trips, ushort Aborts) _counts;

    public EmulatedBoot(EmulatorOptions options, SimulatedArray array, ushort nonce, TimeProvider time)
    {
        (_options, _time, Nonce) = (options, time, nonce);
        _limits = new EmulatedLimits(options.Limits, options.CanForm, time);
        _pulses = new EmulatedPulses(array, _limits);
        _program = new EmulatedProgram(array, _pulses);
        _reads = new EmulatedReads(array, _limits, RangeOfWindow * options.Device.Window.Gmax);
    }

    public ushort Nonce { get; }

    public void CutNext(int pulses, PulseStop stop) => _pulses.CutNext(pulses, stop);

    public void CountBad(int frames) => _counts.Bad += (ushort)frames;

    public void Abort() => (_armed, _counts.Aborts) = (0, (ushort)(_counts.Aborts + 1));

    public void Tick()
    {
        if (_armed == 0 || _time.GetElapsedTime(_heard).TotalMilliseconds <= _watchdog) return;
        (_armed, _counts.Trips) = (0, (ushort)(_counts.Trips + 1));
    }

    public LinkFrame Accept(LinkFrame request)
    {
        Tick();
        if (request.Type == (byte)MessageType.Hello) return Acknowledge(request, DeviceAnswer.Of(Hello()).Payload!);
        if (request.Nonce != Nonce) return Refuse(request, NakReason.Session, Nonce);
        _heard = _time.GetTimestamp();
        if (request.Type == (byte)MessageType.Status) return Acknowledge(request, DeviceAnswer.Of(Status()).Payload!);
        if (request.Sequence == _last && _lastAnswer is { } again)
        {
            _counts.Replays++;
            return again;
        }

        return request.Sequence == LinkProtocol.After(_last) ? Do(request) : Refuse(request, NakReason.Gap, _last);
    }

    private LinkFrame Do(LinkFrame request)
    {
        var answer = Execute((MessageType)request.Type, request.Payload.Span);
        if (answer.Payload is not { } payload) return Refuse(request, answer.Reason, answer.Value);
        _last = request.Sequence;
        return _lastAnswer = Acknowledge(request, payload);
    }

    private DeviceAnswer Execute(MessageType type, ReadOnlySpan<byte> payload) => type switch
    {
        MessageType.Limits => With<LimitsMessage>(payload, _limits.Tighten),
        MessageType.Waveform => With<WaveformRequest>(payload, _limits.Set),
        MessageType.Arm => With<ArmRequest>(payload, Arm),
        MessageType.Disarm => payload.IsEmpty ? Disarm() : DeviceAnswer.Nak(NakReason.Format),
        MessageType.PulseList => WithArmed<PulseListRequest>(payload, _pulses.List),
        MessageType.SignBlock => WithArmed<SignBlockRequest>(payload, _pulses.Block),
        MessageType.Program => WithArmed<ProgramRequest>(payload, _program.Run),
        MessageType.Form when _options.CanForm => WithArmed<FormRequest>(payload, request =>
            _armed == 2 ? _pulses.Form(request) : DeviceAnswer.Nak(NakReason.Forming)),
        MessageType.ReadBlock => With<ReadBlockRequest>(payload, _reads.Block),
        MessageType.VectorRead => With<VectorReadRequest>(payload, _reads.Vector),
        MessageType.CellTotals => With<CellTotalsRequest>(payload, request => _reads.Totals(request, _pulses.SinceBoot)),
        _ => DeviceAnswer.Nak(NakReason.Type),
    };

    private DeviceAnswer WithArmed<T>(ReadOnlySpan<byte> payload, Func<T, DeviceAnswer> execute)
        where T : class, ILinkMessage<T> =>
        _armed == 0 ? DeviceAnswer.Nak(NakReason.NotArmed) : With(payload, execute);

    private static DeviceAnswer With<T>(ReadOnlySpan<byte> payload, Func<T, DeviceAnswer> execute)
        where T : class, ILinkMessage<T> =>
        LinkPayload.Decode<T>(payload) is { } request ? execute(request) : DeviceAnswer.Nak(NakReason.Format);

    private DeviceAnswer Arm(ArmRequest request)
    {
        if (request.Serial != _options.Serial) return DeviceAnswer.Nak(NakReason.Serial, _options.Serial);
        if (request.Forming == 1 && !_options.CanForm) return DeviceAnswer.Nak(NakReason.Forming);
        if (request.Forming > 1 || request.Watchdog is < LinkProtocol.LeastWatchdog or > LinkProtocol.MostWatchdog)
            return DeviceAnswer.Nak(NakReason.Format);
        (_armed, _watchdog) = ((byte)(request.Forming + 1), request.Watchdog);
        return DeviceAnswer.Empty;
    }

    private DeviceAnswer Disarm()
    {
        _armed = 0;
        return DeviceAnswer.Empty;
    }

    private HelloReply Hello() => new(
        FirmwareVersion, "emulated", _options.Serial, _last, (ushort)_options.Rows, (ushort)_options.Columns,
        (uint)(BoardCapabilities.CellTotals | BoardCapabilities.VectorRead | BoardCapabilities.Program
            | BoardCapabilities.Simulated | (_options.CanForm ? FormingBoard : 0)), _pulses.Up, _pulses.Down, _watchdog);

    private StatusReply Status() => new(
        _armed, _last, _pulses.Up, _pulses.Down, _counts.Bad, _counts.Replays, _counts.Trips, _counts.Aborts);

    private LinkFrame Acknowledge(LinkFrame request, byte[] payload) =>
        new((byte)(request.Type | LinkProtocol.ReplyFlag), Nonce, request.Sequence, payload);

    private LinkFrame Refuse(LinkFrame request, NakReason reason, uint value) =>
        new(LinkProtocol.Nak, Nonce, request.Sequence, LinkPayload.Encode(new NakReply((byte)reason, value)));
}
