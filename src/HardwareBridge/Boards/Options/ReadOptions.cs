using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;

namespace CrossbarSim.HardwareBridge.Boards.Options;

/// <summary>How a cell is read.</summary>
public sealed record ReadOptions
{
    /// <summary>Voltage while sensing, volts, not 0.</summary>
    [Description("Voltage while sensing, of either sign; at most half of the pulse of that sign, so that reading moves "
        + "nothing.")]
    [Quantity("V"), Range(-5.0, 5.0)]
    public double Voltage { get; init; } = 0.2;

    /// <summary>Single reads that are averaged, 1 .. 10,000.</summary>
    [Description("Single reads that one reading is the mean of.")]
    [Range(1, 10_000)]
    public int Samples { get; init; } = 4;
}
