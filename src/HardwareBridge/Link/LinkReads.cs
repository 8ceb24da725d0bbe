using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Calibration;
using CrossbarSim.HardwareBridge.Link.Messages;
using CrossbarSim.HardwareBridge.Safety;

namespace CrossbarSim.HardwareBridge.Link;

/// <summary>Reads of cells, of bit lines and of totals, cut into frames and paced.</summary>
/// <param name="session">The board.</param>
/// <param name="pacer">Single reads a second.</param>
/// <param name="calibration">What its readings mean.</param>
internal sealed class LinkReads(LinkSession session, RatePacer pacer, BoardCalibration calibration)
{
    // What a careful board with a slow converter needs for one sample; a slower one sends beats.
    private static readonly TimeSpan Sample = TimeSpan.FromMilliseconds(0.2);

    /// <summary>Conductances of a block, row-major.</summary>
    public CellReading[] Cells(CellBlock block, double voltage, int samples, CancellationToken cancellation)
    {
        var readings = new CellReading[block.Count];
        var columns = Math.Min(block.Columns, LinkProtocol.MostReadCells);
        foreach (var part in block.Split(LinkProtocol.MostReadCells / columns, columns))
        {
            var values = Mean(samples, most => Conductances(part, voltage, most, cancellation));
            for (var k = 0; k < values.Length; k++)
                readings[(part[k].Row - block.Row) * block.Columns + part[k].Column - block.Column] = new(part[k], values[k]);
        }

        return readings;
    }

    /// <summary>Currents of bit lines; more word lines than fit a frame are driven group by group and added.</summary>
    public double[] Multiply(CellBlock block, ReadOnlySpan<double> voltages, int samples, CancellationToken cancellation)
    {
        var currents = new double[block.Columns];
        var driven = voltages.ToArray();
        foreach (var part in block.Split(LinkProtocol.MostVectorRows, LinkProtocol.MostVectorColumns))
        {
            var slice = driven[(part.Row - block.Row)..(part.Row - block.Row + part.Rows)];
            var values = Mean(samples, most => Currents(part, slice, most, cancellation));
            for (var k = 0; k < values.Length; k++) currents[part.Column - block.Column + k] += values[k];
        }

        return currents;
    }

    /// <summary>Pulses of every cell of a block since boot, row-major.</summary>
    public IEnumerable<(Cell Cell, BoardTotals Totals)> Totals(CellBlock block)
    {
        var columns = Math.Min(block.Columns, LinkProtocol.MostTotalsCells);
        foreach (var part in block.Split(LinkProtocol.MostTotalsCells / columns, columns))
        {
            var request = new CellTotalsRequest((ushort)part.Row, (ushort)part.Column, (byte)part.Rows, (byte)part.Columns);
            var reply = session.Ask<CellTotalsRequest, CellTotalsReply>(MessageType.CellTotals, request);
            Expect(part.Count, reply.Cells.Count, MessageType.CellTotals);
            for (var k = 0; k < part.Count; k++) yield return (part[k], new BoardTotals(reply.Cells[k].Up, reply.Cells[k].Down));
        }
    }

    private double[] Conductances(CellBlock part, double voltage, int samples, CancellationToken cancellation)
    {
        var request = new ReadBlockRequest((ushort)part.Row, (ushort)part.Column, (byte)part.Rows, (byte)part.Columns,
            LinkUnits.Millivolts(voltage), (ushort)samples);
        var reply = Ask<ReadBlockRequest, ReadBlockReply>(MessageType.ReadBlock, request, part.Count * samples, cancellation);
        Expect(part.Count, reply.Counts.Count, MessageType.ReadBlock);
        return [.. reply.Counts.Select(count =>
            count == LinkProtocol.BeyondRange ? double.PositiveInfinity : calibration.Conductance((double)reply.Unit * count))];
    }

    private double[] Currents(CellBlock part, double[] voltages, int samples, CancellationToken cancellation)
    {
        var request = new VectorReadRequest((ushort)part.Row, (ushort)part.Column, (byte)part.Columns, (ushort)samples,
            [.. voltages.Select(LinkUnits.Millivolts)]);
        var reads = part.Columns * samples;
        var reply = Ask<VectorReadRequest, VectorReadReply>(MessageType.VectorRead, request, reads, cancellation);
        Expect(part.Columns, reply.Counts.Count, MessageType.VectorRead);
        return [.. reply.Counts.Select(count => calibration.Current((double)reply.Unit * count, voltages.Sum()))];
    }

    private TReply Ask<TRequest, TReply>(MessageType type, TRequest request, int reads, CancellationToken cancellation)
        where TRequest : class, ILinkMessage<TRequest>
        where TReply : class, ILinkMessage<TReply>
    {
        pacer.Wait(cancellation);
        cancellation.ThrowIfCancellationRequested();
        var reply = session.Ask<TRequest, TReply>(type, request, Sample * reads);
        pacer.Spend(reads);
        return reply;
    }

    // More samples than a frame can ask for are several reads, weighted by what each had.
    private static double[] Mean(int samples, Func<int, double[]> read)
    {
        double[]? sum = null;
        for (var left = samples; left > 0; left -= LinkProtocol.MostSamples)
        {
            var most = Math.Min(left, LinkProtocol.MostSamples);
            var values = read(most);
            sum ??= new double[values.Length];
            for (var k = 0; k < sum.Length; k++) sum[k] += values[k] * most / samples;
        }

        return sum ?? [];
    }

    private static void Expect(int cells, int answered, MessageType type)
    {
        if (cells != answered) throw new BoardException("CBS1307", FormattableString.Invariant(
            $"the board answers {type} of {cells} cells with {answered}: was it stopped?"));
    }
}
