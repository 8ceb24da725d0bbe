using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// Relative standard deviations of law parameters over the devices of an array: parameter x (1 + sigma xi), with xi
/// standard normal, cut at +-5, drawn once for each device.
/// </summary>
public sealed record DeviceSpreadOptions
{
    /// <summary>The largest spread of a shape parameter.</summary>
    public const double MostShape = 0.3;

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
    [Range(0, MostShape)]
    public double A { get; init; }

    /// <summary>Spread of gamma; a device keeps at least a tenth of the nominal value, and its N.</summary>
    [Description("Standard deviation of gamma (laws linear-step, exp-step and pow-step), each branch its own; "
        + "a device keeps at least a tenth of the nominal value. Its step changes with it so that its pulses do not.")]
    [Range(0, MostShape)]
    public double Gamma { get; init; }

    /// <summary>Spread of the curve constant of law neurosim; a device keeps at least a tenth of the nominal value.</summary>
    [Description("Standard deviation of a_pulses (law neurosim given by it), each branch its own; "
        + "a device keeps at least a tenth of the nominal value.")]
    [Range(0, MostShape)]
    public double APulses { get; init; }

    /// <summary>Spread of the label of law neurosim; a device keeps at least a tenth of the nominal value.</summary>
    [Description("Standard deviation of nonlinearity (law neurosim given by it), relative to the label, each branch its own; "
        + "a device keeps at least a tenth of the nominal value.")]
    [Range(0, MostShape)]
    public double Nonlinearity { get; init; }

    /// <summary>Spread of the one shape parameter that a law has; 0: all devices are of one shape.</summary>
    [JsonIgnore]
    public double Shape => Shapes.Max(shape => shape.Sigma);

    /// <summary>The spreads of shape parameters, by key; at most one of them fits a law.</summary>
    internal IEnumerable<(string Key, double Sigma)> Shapes =>
        [("a", A), ("gamma", Gamma), ("a_pulses", APulses), ("nonlinearity", Nonlinearity)];

    /// <summary>Whether any device differs from the nominal one.</summary>
    internal bool IsAny => Gmin > 0 || Gmax > 0 || Gain > 0 || Shape > 0;
}
