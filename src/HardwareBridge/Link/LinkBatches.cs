using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Cuts pulses into frames.</summary>
/// <param name="waveform">The pulses that they name.</param>
/// <param name="mostPulses">Most pulses of a command.</param>
internal sealed class LinkBatches(LinkWaveform waveform, int mostPulses)
{
    private const int ListHead = 7;
    private const int SignHead = 9;
    private const int SignsPerByte = 4;
    private const int MostEntries = (LinkProtocol.MostPayload - ListHead) / PulseListEntry.Bytes;
    private const int MostSigns = (LinkProtocol.MostPayload - SignHead) * SignsPerByte;

    /// <summary>Frames of pulses at single cells, in order.</summary>
    public IEnumerable<LinkBatch> Of(IEnumerable<CellPulse> pulses)
    {
        var (batch, room) = (new List<CellPulse>(), Room.None);
        foreach (var piece in pulses.SelectMany(Pieces))
        {
            var more = room.With(piece);
            if (batch.Count > 0 && !Fits(more))
            {
                yield return List(batch);
                (batch, more) = ([], Room.None.With(piece));
            }

            batch.Add(piece);
            room = more;
        }

        if (batch.Count > 0) yield return List(batch);
    }

    /// <summary>Frames of a block: as signs or as a list, whichever is shorter.</summary>
    public IEnumerable<LinkBatch> Of(SignBlock signs)
    {
        var columns = Math.Min(signs.Block.Columns, Math.Min(LinkProtocol.MostSignColumns, Math.Min(MostSigns, mostPulses)));
        var rows = Math.Clamp(Math.Min(MostSigns, mostPulses) / columns, 1, LinkProtocol.MostSignRows);
        foreach (var block in signs.Block.Split(rows, columns))
        {
            var part = signs.Part(block);
            var pulses = part.Pulses().ToList();
            if (pulses.Count == 0) continue;
            var isList = pulses.Count <= MostEntries
                && ListHead + pulses.Count * PulseListEntry.Bytes < SignHead + Packed(block.Count);
            yield return isList ? List(pulses) : Block(part, pulses);
        }
    }

    // An entry holds a signed byte.
    private IEnumerable<CellPulse> Pieces(CellPulse pulse)
    {
        var most = Math.Min(sbyte.MaxValue, mostPulses);
        for (var left = Math.Abs((long)pulse.Count); left > 0; left -= most)
            yield return pulse with { Count = Math.Sign(pulse.Count) * (int)Math.Min(left, most) };
    }

    // An entry holds a byte each for the distance from the first row and column.
    private bool Fits(Room room) => room.Entries <= MostEntries && room.Pulses <= mostPulses
        && room.MostRow - room.LeastRow <= byte.MaxValue && room.MostColumn - room.LeastColumn <= byte.MaxValue;

    private LinkBatch List(IReadOnlyList<CellPulse> pulses)
    {
        var (row, column) = (pulses.Min(pulse => pulse.Row), pulses.Min(pulse => pulse.Column));
        var message = new PulseListRequest(waveform.Request.Id, waveform.Hash, (ushort)row, (ushort)column,
            [.. pulses.Select(pulse => new PulseListEntry(
                (byte)(pulse.Row - row), (byte)(pulse.Column - column), (sbyte)pulse.Count))]);
        return new LinkBatch(MessageType.PulseList, LinkPayload.Encode(message), pulses);
    }

    private LinkBatch Block(SignBlock part, IReadOnlyList<CellPulse> pulses)
    {
        var (block, packed) = (part.Block, new byte[Packed(part.Block.Count)]);
        for (var k = 0; k < part.Signs.Length; k++)
            packed[k / SignsPerByte] |= (byte)((part.Signs[k] switch { > 0 => 1, < 0 => 2, _ => 0 }) << (k % SignsPerByte * 2));
        var message = new SignBlockRequest(waveform.Request.Id, waveform.Hash, (ushort)block.Row, (ushort)block.Column,
            (byte)block.Rows, (byte)block.Columns, packed);
        return new LinkBatch(MessageType.SignBlock, LinkPayload.Encode(message), pulses) { Signs = (block, packed) };
    }

    private static int Packed(int signs) => (signs + SignsPerByte - 1) / SignsPerByte;

    // What a frame would have to hold.
    private readonly record struct Room(int Entries, int Pulses, int LeastRow, int MostRow, int LeastColumn, int MostColumn)
    {
        public static Room None { get; } = new(0, 0, int.MaxValue, 0, int.MaxValue, 0);

        public Room With(CellPulse pulse) => new(
            Entries + 1, Pulses + Math.Abs(pulse.Count), Math.Min(LeastRow, pulse.Row), Math.Max(MostRow, pulse.Row),
            Math.Min(LeastColumn, pulse.Column), Math.Max(MostColumn, pulse.Column));
    }
}
