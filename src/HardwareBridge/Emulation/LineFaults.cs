using CrossbarSim.Core.Randomness;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Does to frames what a bad line does. The n-th frame always suffers the same. Mutable.</summary>
/// <param name="options">What goes wrong.</param>
internal sealed class LineFaults(FaultOptions options)
{
    private readonly RandomNumbers _numbers = new(options.Seed, StreamKind.Emulation);
    private uint _frames;

    private enum Draw : uint
    {
        Corrupt,
        Bit,
        Drop,
        Duplicate,
        Delay,
        Split,
        Truncate,
        Lost,
    }

    /// <summary>Frames that suffered anything.</summary>
    public int Count { get; private set; }

    /// <summary>What comes out of the line.</summary>
    /// <param name="frame">What was put in, with its delimiter.</param>
    /// <param name="isReply">Whether it comes from the board.</param>
    /// <returns>Pieces, each with how long it keeps one waiting.</returns>
    public List<(byte[] Bytes, TimeSpan Wait)> Pass(byte[] frame, bool isReply)
    {
        var number = _frames++;
        bool Is(Draw draw, double share)
        {
            var hit = share > 0 && _numbers.Uniform(number, (uint)draw) < share;
            if (hit) Count++;
            return hit;
        }

        if (Is(Draw.Drop, isReply ? options.DropReplies : options.DropRequests)) return [];
        if (Is(Draw.Corrupt, options.Corrupt)) frame = Flip(frame, number);
        if (isReply && frame.Length > 0 && Is(Draw.Truncate, options.Truncate))
            frame = [.. frame.Where((_, k) => k != _numbers.Below(frame.Length, number, (uint)Draw.Lost))];
        var wait = Is(Draw.Delay, options.Delay) ? options.DelayTime : TimeSpan.Zero;
        var copies = Is(Draw.Duplicate, options.Duplicate) ? 2 : 1;
        byte[][] pieces = Is(Draw.Split, options.Split) ? [frame[..(frame.Length / 2)], frame[(frame.Length / 2)..]] : [frame];
        return [.. Enumerable.Repeat(pieces, copies).SelectMany(piece => piece).Select(piece => (piece, wait))];
    }

    private byte[] Flip(byte[] frame, uint number)
    {
        var damaged = (byte[])frame.Clone();
        var bit = _numbers.Below(frame.Length * 8, number, (uint)Draw.Bit);
        damaged[bit / 8] ^= (byte)(1 << (bit % 8));
        return damaged;
    }
}
