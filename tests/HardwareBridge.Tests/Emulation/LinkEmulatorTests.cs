using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Emulation;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Tests.Link;
using CrossbarSim.TestSupport;

namespace CrossbarSim.HardwareBridge.Tests.Emulation;

/// <summary>The emulated board by itself, without the host that it is used to test.</summary>
public sealed class LinkEmulatorTests
{
    private const int Inputs = 10_000;

    private readonly LinkEmulator _board = new(
        new EmulatorOptions { Rows = 4, Columns = 4, Device = SmallDevices.Linear(), Serial = 9 }, TimeProvider.System);

    [Fact]
    public void Numbers_that_are_neither_the_last_nor_the_next_are_refused()
    {
        Assert.Equal((byte)0x85, Send(MessageType.Arm, 1, new ArmRequest(9, 0, 1000)).Type);
        Assert.Equal((NakReason.Gap, 1u), Nak(Send(MessageType.Disarm, 3)));
        Assert.Equal((NakReason.Gap, 1u), Nak(Send(MessageType.Disarm, 0)));
        Assert.Equal((NakReason.Session, _board.Nonce), Nak(_board.Accept(
            new LinkFrame((byte)MessageType.Disarm, (ushort)(_board.Nonce + 1), 2, default))));
    }

    [Fact]
    public void The_last_number_is_answered_again_and_not_done_again()
    {
        Ready();
        var list = new PulseListRequest(0, Hash, 0, 0, [new(1, 1, 3)]);
        var first = Send(MessageType.PulseList, 3, list);
        Assert.Equal(first, Send(MessageType.PulseList, 3, list));
        Assert.Equal(first, Send(MessageType.Disarm, 3));
        Assert.Equal(new BoardTotals(3, 0), _board.Array.Fired(new Cell(1, 1)));
        Assert.Equal(2, LinkPayload.Decode<StatusReply>(Send(MessageType.Status, 77).Payload.Span)!.Replays);
    }

    [Fact]
    public void A_command_with_one_bad_cell_fires_nothing()
    {
        Ready();
        Assert.Equal(NakReason.Cell, Nak(Send(MessageType.PulseList, 3,
            new PulseListRequest(0, Hash, 0, 0, [new(1, 1, 3), new(4, 0, 1)]))).Reason);
        Assert.Equal(NakReason.Format, Nak(Send(MessageType.PulseList, 3,
            new PulseListRequest(0, Hash, 0, 0, [new(1, 1, 3), new(1, 2, 0)]))).Reason);
        Assert.Equal(NakReason.Waveform, Nak(Send(MessageType.PulseList, 3,
            new PulseListRequest(0, (ushort)(Hash + 1), 0, 0, [new(1, 1, 3)]))).Reason);
        Assert.Equal(default, _board.Array.Fired(new Cell(1, 1)));
    }

    [Fact]
    public void A_limit_is_never_loosened_and_a_waveform_that_no_longer_fits_is_forgotten()
    {
        Ready();
        var none = new LimitsMessage(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        Assert.Equal((byte)0x83, Send(MessageType.Limits, 3, none with { RiseVoltage = 1100 }).Type);
        Assert.Equal(NakReason.Loosen, Nak(Send(MessageType.Limits, 4, none with { RiseVoltage = 1101 })).Reason);
        Assert.Equal(NakReason.Waveform, Nak(Send(MessageType.PulseList, 4,
            new PulseListRequest(0, Hash, 0, 0, [new(1, 1, 3)]))).Reason);
    }

    [Fact]
    public void No_pulse_comes_from_an_invalid_frame()
    {
        // Even the payload of a sound command, under a wrong number or nonce or before arming, whatever its type.
        var reader = new FrameReader();
        for (var k = 0; k < Inputs; k++)
        {
            var payload = FramesTests.Bytes(k, 60);
            var type = payload.Length > 0 ? payload[0] : (byte)k;
            foreach (var frame in reader.Accept([.. payload, 0])) _board.Accept(frame);
            _board.Accept(new LinkFrame(type, _board.Nonce, (ushort)(k % 3 + 5), payload));
            _board.Accept(new LinkFrame((byte)(0x10 + k % 2), _board.Nonce, 1, payload));
        }

        Assert.All(Enumerable.Range(0, 16), k => Assert.Equal(default, _board.Array.Fired(new Cell(k / 4, k % 4))));
    }

    [Fact]
    public void An_armed_board_fires_only_whole_commands_within_its_array()
    {
        Ready();
        var (next, before) = ((ushort)3, 0L);
        for (var k = 0; k < Inputs; k++)
        {
            // The head is sound, the rest is anything.
            byte[] payload = [0, (byte)Hash, (byte)(Hash >> 8), 0, 0, 0, 0, .. FramesTests.Bytes(k, 20)];
            var answer = _board.Accept(new LinkFrame((byte)(0x10 + k % 2), _board.Nonce, next, payload));
            var total = Enumerable.Range(0, 16).Sum(cell => _board.Array.Fired(new Cell(cell / 4, cell % 4)).Up
                + _board.Array.Fired(new Cell(cell / 4, cell % 4)).Down);
            var fired = answer.Type == LinkProtocol.Nak ? null : LinkPayload.Decode<FiredReply>(answer.Payload.Span);
            Assert.Equal(total - before, fired is null ? 0 : fired.Up + fired.Down);
            before = total;
            if (fired is not null) next = LinkProtocol.After(next);
        }

        Assert.True(next > 100, "hardly a command was sound, so this tests nothing");
    }

    [Fact]
    public void The_same_seed_gives_the_same_devices_and_noise()
    {
        double[] Run()
        {
            var array = new SimulatedArray(new EmulatorOptions
            {
                Rows = 2,
                Columns = 2,
                ReadNoise = 0.05,
                Device = SmallDevices.Linear().WithNoise(0.1, Core.Devices.Variation.NoiseReference.Window),
            });
            for (var k = 0; k < 9; k++) array.Pulse(new Cell(0, 1), rising: true);
            return [array.Read(new Cell(0, 1)), array.Read(new Cell(0, 1), 3), array.Read(new Cell(1, 1))];
        }

        var first = Run();
        Assert.Equal(first, Run());
        Assert.NotEqual(first[0], first[1]);
    }

    private static readonly WaveformRequest Waveform = new(0, 1200, 100, -1100, 100, 0, 0);

    private static ushort Hash => Crc16.Of(LinkPayload.Encode(Waveform));

    private void Ready()
    {
        Assert.Equal((byte)0x84, Send(MessageType.Waveform, 1, Waveform).Type);
        Assert.Equal((byte)0x85, Send(MessageType.Arm, 2, new ArmRequest(9, 0, 10_000)).Type);
    }

    private LinkFrame Send(MessageType type, ushort sequence) =>
        _board.Accept(new LinkFrame((byte)type, _board.Nonce, sequence, ReadOnlyMemory<byte>.Empty));

    private LinkFrame Send<T>(MessageType type, ushort sequence, T message)
        where T : class, ILinkMessage<T> =>
        _board.Accept(new LinkFrame((byte)type, _board.Nonce, sequence, LinkPayload.Encode(message)));

    private static (NakReason Reason, uint Value) Nak(LinkFrame frame)
    {
        Assert.Equal(LinkProtocol.Nak, frame.Type);
        var nak = LinkPayload.Decode<NakReply>(frame.Payload.Span)!;
        return ((NakReason)nak.Reason, nak.Value);
    }
}
