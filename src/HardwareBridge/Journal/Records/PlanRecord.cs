using System.Text.Json.Serialization;
using CrossbarSim.Core.Boards;

namespace CrossbarSim.HardwareBridge.Journal.Records;

/// <summary>Pulses that are about to be fired in order, however many runs that takes. Ends the plan before it.</summary>
/// <param name="Cells">Row, column and signed count of each; empty: the plan before it is given up.</param>
public sealed record PlanRecord(int[][] Cells) : JournalRecord
{
    /// <summary>The pulses, in the order in which they are fired.</summary>
    [JsonIgnore]
    public IReadOnlyList<CellPulse> Pulses => [.. Cells.Select(cell => new CellPulse(cell[0], cell[1], cell[2]))];

    /// <summary>Writes pulses down.</summary>
    public static PlanRecord Of(IEnumerable<CellPulse> pulses) =>
        new([.. pulses.Select(pulse => new[] { pulse.Row, pulse.Column, pulse.Count })]);
}
