using CrossbarSim.Core.Randomness;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Tests.Link;

public sealed class FramesTests
{
    private const int Inputs = 10_000;

    [Theory]
    [InlineData("", "01")]
    [InlineData("00", "0101")]
    [InlineData("0000", "010101")]
    [InlineData("11220033", "0311220233")]
    [InlineData("11220000", "0311220101")]
    [InlineData("11000000", "0211010101")]
    public void Stuffing_is_that_of_the_paper(string plain, string stuffed) =>
        Assert.Equal(stuffed, Convert.ToHexString(Cobs.Encode(Convert.FromHexString(plain))));

    [Theory]
    [InlineData(253)]
    [InlineData(254)]
    [InlineData(255)]
    [InlineData(508)]
    [InlineData(600)]
    public void Long_runs_come_back_with_one_byte_more_for_every_254(int length)
    {
        var plain = Enumerable.Repeat((byte)7, length).ToArray();
        var stuffed = Cobs.Encode(plain);
        Assert.Equal(length + (length + 253) / 254, stuffed.Length);
        Assert.Equal(plain, Cobs.Decode(stuffed));
    }

    [Fact]
    public void Any_bytes_come_back_and_hold_no_delimiter_on_the_way()
    {
        for (var k = 0; k < Inputs; k++)
        {
            var plain = Bytes(k, 300);
            var stuffed = Cobs.Encode(plain);
            Assert.DoesNotContain((byte)0, stuffed);
            Assert.Equal(plain, Cobs.Decode(stuffed));
        }
    }

    [Fact]
    public void A_frame_comes_back()
    {
        for (var k = 0; k < Inputs / 10; k++)
        {
            var frame = new LinkFrame((byte)k, (ushort)(k * 7919), (ushort)(k * 104729), Bytes(k, LinkProtocol.MostPayload));
            var bytes = frame.Encode();
            Assert.InRange(bytes.Length, LinkProtocol.HeaderBytes + LinkProtocol.TrailerBytes + 2, LinkProtocol.MostEncoded);
            Assert.Equal(Plain(frame), Plain(Assert.Single(new FrameReader().Accept(bytes))));
        }
    }

    [Fact]
    public void Any_flipped_bit_loses_one_frame_and_not_the_next()
    {
        var (frame, next) = (new LinkFrame(0x10, 77, 3, Bytes(1, 60)), new LinkFrame(0x02, 77, 9, default));
        var bytes = frame.Encode();
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));

            // A second frame is needed to come back where the delimiter itself was hit.
            var reader = new FrameReader();
            List<LinkFrame> found = [.. reader.Accept(damaged), .. reader.Accept(next.Encode()), .. reader.Accept(next.Encode())];
            Assert.All(found, seen => Assert.Equal(Plain(next), Plain(seen)));
            Assert.InRange(found.Count, 1, 2);
            Assert.InRange(reader.TakeBad(), 1, 2);
        }
    }

    [Fact]
    public void Noise_is_no_frame_and_a_frame_behind_it_is_found()
    {
        var frame = new LinkFrame(0x22, 5, 6, Bytes(3, 20));
        for (var k = 0; k < Inputs; k++)
        {
            var reader = new FrameReader();
            Assert.Empty(reader.Accept(Bytes(k, 700)));
            List<LinkFrame> found = [.. reader.Accept([0]), .. reader.Accept(frame.Encode())];
            Assert.Equal(Plain(frame), Plain(Assert.Single(found)));
        }
    }

    [Fact]
    public void Any_payload_is_a_message_that_comes_back_or_none()
    {
        for (var k = 0; k < Inputs; k++)
        {
            var payload = Bytes(k, 120);
            Same<HelloReply>(payload);
            Same<StatusReply>(payload);
            Same<LimitsMessage>(payload);
            Same<WaveformRequest>(payload);
            Same<ArmRequest>(payload);
            Same<FiredReply>(payload);
            Same<PulseListRequest>(payload);
            Same<SignBlockRequest>(payload);
            Same<ReadBlockReply>(payload);
            Same<VectorReadReply>(payload);
            Same<ProgramRequest>(payload);
            Same<ProgramReply>(payload);
            Same<FormReply>(payload);
            Same<CellTotalsReply>(payload);
            Same<NakReply>(payload);
        }
    }

    [Fact]
    public void Numbers_go_from_the_last_to_the_first() => Assert.Equal(
        [1, 2, 65_535, 1],
        [LinkProtocol.After(0), LinkProtocol.After(1), LinkProtocol.After(65_534), LinkProtocol.After(65_535)]);

    /// <summary>Random bytes, with many zeros among them.</summary>
    internal static byte[] Bytes(int input, int most)
    {
        var numbers = new RandomNumbers(2026, StreamKind.Fuzz);
        var length = numbers.Below(most + 1, (uint)input);
        return [.. Enumerable.Range(1, length).Select(k => numbers.Below(640, (uint)input, (uint)k))
            .Select(value => (byte)(value < 256 ? value : value < 512 ? value - 256 : 0))];
    }

    private static (byte, ushort, ushort, string) Plain(LinkFrame frame) =>
        (frame.Type, frame.Nonce, frame.Sequence, Convert.ToHexString(frame.Payload.Span));

    // The name of a board is ASCII: other bytes of it do not come back, and need not.
    private static void Same<T>(byte[] payload)
        where T : class, ILinkMessage<T>
    {
        if (LinkPayload.Decode<T>(payload) is { } message)
            Assert.True(message is HelloReply || LinkPayload.Encode(message).AsSpan().SequenceEqual(payload), typeof(T).Name);
    }
}
