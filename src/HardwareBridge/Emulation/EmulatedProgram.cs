using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Link;
using CrossbarSim.HardwareBridge.Link.Messages;

namespace CrossbarSim.HardwareBridge.Emulation;

/// <summary>Write-verify loops as the firmware runs them.</summary>
/// <param name="array">The devices.</param>
/// <param name="pulses">Fires and checks.</param>
internal sealed class EmulatedProgram(SimulatedArray array, EmulatedPulses pulses)
{
    private const int MostFruitless = 3;

    /// <summary>Programs cells, one after another.</summary>
    public DeviceAnswer Run(ProgramRequest request)
    {
        if (request.Samples == 0 || !(request.Unit > 0) || request.Cells.Count > LinkProtocol.MostProgramCells)
            return DeviceAnswer.Nak(NakReason.Format);
        var wanted = request.Cells.Select(cell => (CellOf(request, cell), (long)request.MostPulses)).ToList();
        if (pulses.Check(request.Waveform, request.Hash, wanted) is { } refused) return refused;
        var replies = request.Cells.Select(cell => One(request, cell)).ToList();
        return DeviceAnswer.Of(new ProgramReply((byte)PulseStop.Done, pulses.Up, pulses.Down, replies));
    }

    private ProgramReplyEntry One(ProgramRequest request, ProgramEntry entry)
    {
        var (cell, state) = (CellOf(request, entry), new Loop());
        while (true)
        {
            var reading = EmulatedPulses.Counts(array.Read(cell, request.Samples), request.Unit);
            var distance = entry.Target - reading;
            if (Ended(request, state, distance) is { } result)
                return new ProgramReplyEntry((byte)state.Up, (byte)state.Down, reading, (byte)result);
            var step = distance > 0 ? request.StepUp : request.StepDown;
            var wanted = step == 0 ? 1 : Math.Max(Math.Abs(distance) / step, 1);
            for (var left = Math.Min(wanted, request.MostPulses - state.Fired); left > 0; left--)
            {
                pulses.FireOne(cell, distance > 0);
                if (distance > 0) state.Up++;
                else state.Down++;
            }
        }
    }

    private static CellResult? Ended(ProgramRequest request, Loop state, int distance)
    {
        if (Math.Abs(distance) <= request.Tolerance) return CellResult.Reached;
        if (state.Fired >= request.MostPulses) return CellResult.MostPulses;
        var turned = state.Direction != 0 && state.Direction != Math.Sign(distance);
        if (turned && ++state.Reversals > request.MostReversals) return CellResult.MostReversals;
        var fruitless = state.Direction != 0 && !turned && Math.Abs(distance) >= state.Distance;
        state.Fruitless = fruitless ? state.Fruitless + 1 : 0;
        (state.Direction, state.Distance) = (Math.Sign(distance), Math.Abs(distance));
        return state.Fruitless >= MostFruitless ? CellResult.NoResponse : null;
    }

    private static Cell CellOf(ProgramRequest request, ProgramEntry entry) =>
        new(request.Row + entry.Row, request.Column + entry.Column);

    private sealed class Loop
    {
        public int Up { get; set; }

        public int Down { get; set; }

        public int Fired => Up + Down;

        public int Direction { get; set; }

        public int Distance { get; set; }

        public int Reversals { get; set; }

        public int Fruitless { get; set; }
    }
}
