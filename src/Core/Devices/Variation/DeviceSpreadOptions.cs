using System.ComponentModel;
using System.Text.Json.Serialization;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>
/// How law parameters differ over the devices of an array, drawn once for each device. A number is a relative standard
/// deviation: parameter x (1 + sigma xi), with xi standard normal, cut at +-5.
/// </summary>
public sealed record DeviceSpreadOptions
{
    /// <summary>The largest spread of a shape parameter.</summary>
    public const double MostShape = 0.3;

    /// <summary>Spread of gmin; a device's is never below 0.</summary>
    [Description("Standard deviation of gmin, relative to gmin, or how it spreads; never below 0 S.")]
    public SpreadOptions? Gmin { get; init; }

    /// <summary>Spread of gmax.</summary>
    [Description("Standard deviation of gmax, relative to gmax, or how it spreads.")]
    public SpreadOptions? Gmax { get; init; }

    /// <summary>Spread of the step gain: how far a pulse moves along the law; the magnitude is taken.</summary>
    [Description("Standard deviation of the step gain, the factor on how far a pulse moves along the law, or how it spreads; "
        + "the gain's magnitude is taken. Each direction has its own.")]
    public SpreadOptions? Gain { get; init; }

    /// <summary>Spread of a second factor on how far a pulse moves, which both directions share.</summary>
    [Description("The same for a second factor, which both directions share; absolute: in the unit of step, relative to the "
        + "rising one (step laws).")]
    public SpreadOptions? Step { get; init; }

    /// <summary>Spread of the curve constant a; a device keeps at least a tenth of the nominal value.</summary>
    [Description("Standard deviation of the curve constant a (law exponential), or how it spreads, each branch its own; "
        + "a device keeps at least a tenth of the nominal value.")]
    public SpreadOptions? A { get; init; }

    /// <summary>Spread of gamma; a device keeps at least a tenth of the nominal value, and its N.</summary>
    [Description("Standard deviation of gamma (laws linear-step, exp-step and pow-step), or how it spreads, each branch its "
        + "own; a device keeps at least a tenth of the nominal value. Its step changes with it so that its pulses do not.")]
    public SpreadOptions? Gamma { get; init; }

    /// <summary>Spread of the amplitude of law exp-step, instead of gamma; likewise.</summary>
    [Description("Standard deviation of amplitude (law exp-step, instead of gamma), or how it spreads, each branch its own; "
        + "a device keeps at least a tenth of the nominal value. Its step changes with it so that its pulses do not.")]
    public SpreadOptions? Amplitude { get; init; }

    /// <summary>Spread of the curve constant of law neurosim; a device keeps at least a tenth of the nominal value.</summary>
    [Description("Standard deviation of a_pulses (law neurosim given by it), or how it spreads, each branch its own; "
        + "a device keeps at least a tenth of the nominal value.")]
    public SpreadOptions? APulses { get; init; }

    /// <summary>Spread of the label of law neurosim; a device keeps at least a tenth of the nominal value.</summary>
    [Description("Standard deviation of nonlinearity (law neurosim given by it), relative to the label, or how it spreads, "
        + "each branch its own; a device keeps at least a tenth of the nominal value.")]
    public SpreadOptions? Nonlinearity { get; init; }

    /// <summary>Spread of the one shape parameter that a law has; null: all devices are of one shape.</summary>
    [JsonIgnore]
    public SpreadOptions? Shape => Shapes.FirstOrDefault(shape => SpreadOptions.Differs(shape.Spread)).Spread;

    /// <summary>Whether a pulse moves devices differently far.</summary>
    [JsonIgnore]
    public bool HasGains => SpreadOptions.Differs(Gain) || SpreadOptions.Differs(Step);

    /// <summary>The spreads by key.</summary>
    [JsonIgnore]
    public IEnumerable<(string Key, SpreadOptions? Spread)> All =>
        [("gmin", Gmin), ("gmax", Gmax), ("gain", Gain), ("step", Step), .. Shapes];

    /// <summary>The spreads of shape parameters, by key; at most one of them fits a device.</summary>
    [JsonIgnore]
    public IEnumerable<(string Key, SpreadOptions? Spread)> Shapes =>
    [
        ("a", A), ("gamma", Gamma), ("amplitude", Amplitude), ("a_pulses", APulses), ("nonlinearity", Nonlinearity),
    ];
}
