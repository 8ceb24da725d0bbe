using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>Which cells got the pulses of a command, also of one that ended early.</summary>
public static class PulseAttribution
{
    /// <summary>What each cell of a command got.</summary>
    /// <param name="intent">The command.</param>
    /// <param name="outcome">What became of it.</param>
    /// <returns>Rising and falling pulses of each cell; null where the counts fit no beginning of the command.</returns>
    public static IReadOnlyList<(Cell Cell, long Up, long Down)>? Of(IntentRecord intent, OutcomeRecord outcome)
    {
        var pulses = intent.Pulses;
        if (outcome.Cells is { } cells)
            return [.. pulses.Zip(cells, (pulse, cell) => (pulse.Cell, (long)cell[0], (long)cell[1]))];
        if (intent.Command == PulseCommand.Form) return [(pulses[0].Cell, outcome.Fired.Up, outcome.Fired.Down)];
        return First(pulses, outcome.Fired)?
            .Select(pulse => (pulse.Cell, Math.Max(pulse.Count, 0L), Math.Max(-(long)pulse.Count, 0L))).ToList();
    }

    // Pulses are fired in order, so what was fired is a beginning.
    private static List<CellPulse>? First(IReadOnlyList<CellPulse> pulses, PulseOutcome fired)
    {
        var (first, left) = (new List<CellPulse>(), fired.Total);
        foreach (var pulse in pulses)
        {
            if (left == 0) break;
            var count = (int)Math.Min(left, Math.Abs((long)pulse.Count));
            first.Add(pulse with { Count = Math.Sign(pulse.Count) * count });
            left -= count;
        }

        return left == 0 && first.Sum(pulse => Math.Max(pulse.Count, 0L)) == fired.Up ? first : null;
    }
}
