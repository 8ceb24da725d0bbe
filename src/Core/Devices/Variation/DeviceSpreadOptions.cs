using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// Relative standard deviations of law parameters over the devices of an array: parameter x (1 + sigma xi), with xi
/// standard normal, cut at +-5, drawn once for each device.
/// </summary>
public sealed record DeviceSpreadOptions
{
    /// <summary>Spread of gmin, relative to gmin.</summary>
    [Description("Standard deviation of gmin, relative to gmin.")]
    [Range(0, 1)]
    public double Gmin { get; init; }

    /// <summary>Spread of gmax, relative to gmax.</summary>
    [Description("Standard deviation of gmax, relative to gmax.")]
    [Range(0, 1)]
    public double Gmax { get; init; }

    /// <summary>Spread of the step gain: how far a pulse moves along the law; the magnitude is taken.</summary>
    [Description("Standard deviation of the step gain, the factor on how far a pulse moves along the law; "
        + "the gain's magnitude is taken. Each direction has its own.")]
    [Range(0, 1)]
    public double Gain { get; init; }

    /// <summary>Spread of the curve constant a; a device keeps at least a tenth of the nominal value.</summary>
    [Description("Standard deviation of the curve constant a (law exponential), each branch its own; "
        + "a device keeps at least a tenth of the nominal value.")]
    [Range(0, 0.3)]
    public double A { get; init; }

    /// <summary>Whether any device differs from the nominal one.</summary>
    internal bool IsAny => Gmin > 0 || Gmax > 0 || Gain > 0 || A > 0;
}
