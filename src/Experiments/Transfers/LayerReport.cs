using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Programming;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>How the programming of one layer went.</summary>
/// <param name="Devices">Number of devices.</param>
/// <param name="Reasons">How many ended for each <see cref="StopReason"/>, in the order of the enumeration.</param>
/// <param name="Clipped">Weights that the mapping cannot reach.</param>
/// <param name="Pulses">Pulses fired and refused.</param>
/// <param name="Reads">Readings.</param>
/// <param name="ErrorRms">Root mean square of the distance of a device from its target, share of the nominal window.</param>
/// <param name="ErrorLargest">The largest such distance.</param>
public sealed record LayerReport(
    int Devices,
    IReadOnlyList<int> Reasons,
    int Clipped,
    PulseTotals Pulses,
    long Reads,
    double ErrorRms,
    double ErrorLargest)
{
    /// <summary>The report of a programmed array.</summary>
    /// <param name="array">The array.</param>
    public static LayerReport Of(ProgrammedArray array)
    {
        var reasons = new int[Enum.GetValues<StopReason>().Length];
        foreach (var cell in array.Cells) reasons[(int)cell.Reason]++;
        return new LayerReport(
            array.Cells.Count, reasons, array.Clipped, array.State.Totals(), array.Cells.Sum(cell => (long)cell.Reads),
            Math.Sqrt(array.Errors.Average(error => error * error)), array.Errors.Max(Math.Abs));
    }
}
