using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>Which cells got the pulses of a command that ended early.</summary>
internal static class PulseAttribution
{
    /// <summary>The first pulses of a command, in order.</summary>
    /// <param name="pulses">All pulses, in the order in which they are fired.</param>
    /// <param name="fired">What was fired.</param>
    /// <returns>What each cell got; null where the counts fit no beginning of the command.</returns>
    public static IReadOnlyList<CellPulse>? Of(IReadOnlyList<CellPulse> pulses, PulseOutcome fired)
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
