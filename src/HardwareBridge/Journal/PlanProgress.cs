using CrossbarSim.Core.Boards;
using CrossbarSim.HardwareBridge.Journal.Records;

namespace CrossbarSim.HardwareBridge.Journal;

/// <summary>How far a plan has come. Commands fire it in order, so a number says it all. Mutable.</summary>
/// <param name="record">The plan.</param>
public sealed class PlanProgress(PlanRecord record)
{
    /// <summary>All of its pulses, in order.</summary>
    public IReadOnlyList<CellPulse> Pulses { get; } = record.Pulses;

    /// <summary>Number of all pulses.</summary>
    public long Total { get; } = record.Cells.Sum(cell => Math.Abs((long)cell[2]));

    /// <summary>Pulses behind us: acknowledged, or in doubt and never to be sent again.</summary>
    public long Done { get; private set; }

    /// <summary>Those of them that are in doubt.</summary>
    public long Doubtful { get; private set; }

    /// <summary>Whether pulses are left.</summary>
    public bool IsOpen => Done < Total;

    /// <summary>The pulses that are left, in order.</summary>
    public IReadOnlyList<CellPulse> Left()
    {
        var (left, skip) = (new List<CellPulse>(), Done);
        foreach (var pulse in Pulses)
        {
            var count = Math.Abs((long)pulse.Count);
            var gone = Math.Min(skip, count);
            skip -= gone;
            if (gone < count) left.Add(pulse with { Count = Math.Sign(pulse.Count) * (int)(count - gone) });
        }

        return left;
    }

    /// <summary>Takes what became of one of its commands.</summary>
    internal void Conclude(IntentRecord intent, OutcomeRecord outcome)
    {
        var all = intent.Pulses.Sum(pulse => Math.Abs((long)pulse.Count));
        if (outcome.Result == OutcomeResult.Uncertain) (Done, Doubtful) = (Done + all, Doubtful + all);
        if (outcome.Result == OutcomeResult.Done) Done += outcome.Fired.Total;
    }
}
