using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Reads as the firmware does them.</summary>
/// <param name="array">The devices.</param>
/// <param name="limits">What holds.</param>
/// <param name="range">Largest conductance that is measured, siemens.</param>
internal sealed class EmulatedReads(SimulatedArray array, EmulatedLimits limits, double range)
{
    private const float AmperesPerCount = 1e-12f;

    /// <summary>A block of cells.</summary>
    public DeviceAnswer Block(ReadBlockRequest request)
    {
        var block = new CellBlock(request.Row, request.Column, request.Rows, request.Columns);
        if (block.Count is 0 or > LinkProtocol.MostReadCells || !IsSound(request.Samples) || request.Voltage == 0)
            return DeviceAnswer.Nak(NakReason.Format);
        if (!array.Has(block[0]) || !array.Has(block[block.Count - 1])) return DeviceAnswer.Nak(NakReason.Cell);
        if (limits.CheckRead(request.Voltage, (long)block.Count * request.Samples) is { } refused) return refused;
        var unit = (float)(range / (LinkProtocol.BeyondRange - 1));
        return DeviceAnswer.Of(new ReadBlockReply(unit, [.. Enumerable.Range(0, block.Count).Select(k =>
            EmulatedPulses.Counts(array.Read(block[k], request.Samples), unit))]));
    }

    /// <summary>Currents of bit lines.</summary>
    public DeviceAnswer Vector(VectorReadRequest request)
    {
        var block = new CellBlock(request.Row, request.Column, request.Voltages.Count, request.Columns);
        if (block.Count == 0 || block.Rows > LinkProtocol.MostVectorRows || block.Columns > LinkProtocol.MostVectorColumns
            || !IsSound(request.Samples)) return DeviceAnswer.Nak(NakReason.Format);
        if (!array.Has(block[0]) || !array.Has(block[block.Count - 1])) return DeviceAnswer.Nak(NakReason.Cell);
        var largest = request.Voltages.Max(voltage => Math.Abs((int)voltage));
        if (limits.CheckRead(largest, (long)block.Columns * request.Samples) is { } refused) return refused;
        return DeviceAnswer.Of(new VectorReadReply(AmperesPerCount, [.. Enumerable.Range(0, block.Columns).Select(column =>
            (int)Math.Clamp(Math.Round(Current(request, block, column) / AmperesPerCount), int.MinValue, int.MaxValue))]));
    }

    /// <summary>Pulses of cells since boot.</summary>
    public DeviceAnswer Totals(CellTotalsRequest request, Func<Cell, BoardTotals> sinceBoot)
    {
        var block = new CellBlock(request.Row, request.Column, request.Rows, request.Columns);
        if (block.Count is 0 or > LinkProtocol.MostTotalsCells) return DeviceAnswer.Nak(NakReason.Format);
        if (!array.Has(block[0]) || !array.Has(block[block.Count - 1])) return DeviceAnswer.Nak(NakReason.Cell);
        return DeviceAnswer.Of(new CellTotalsReply([.. Enumerable.Range(0, block.Count).Select(k => sinceBoot(block[k]))
            .Select(totals => new CellTotalsEntry((uint)totals.Up, (uint)totals.Down))]));
    }

    private double Current(VectorReadRequest request, CellBlock block, int column) =>
        request.Voltages.Select((voltage, row) => voltage * 1e-3
            * array.Read(new Cell(block.Row + row, block.Column + column), request.Samples)).Sum();

    private static bool IsSound(int samples) => samples is >= 1 and <= LinkProtocol.MostSamples;
}
