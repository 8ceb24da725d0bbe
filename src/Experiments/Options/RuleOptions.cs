using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Options;

/// <summary>Which pulses to fire.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(EpochSignOptions), "epoch-sign")]
[JsonDerivedType(typeof(SgdOptions), "sgd")]
[JsonDerivedType(typeof(AdamOptions), "adam")]
public abstract record RuleOptions
{
    /// <summary>Learning rate of the float gradient descent.</summary>
    [Description("Learning rate of the float gradient descent.")]
    [Range(1e-9, 1e3)]
    public double LearningRate { get; init; } = 0.01;
}

/// <summary>Float gradient descent without pulses: the ceiling that every rule is compared with.</summary>
public sealed record SgdOptions : RuleOptions;

/// <summary>Which program's behaviour to reproduce.</summary>
public enum Compatibility
{
    /// <summary>The corrected rule.</summary>
    None,

    /// <summary>The original program's, with its quirks.</summary>
    Original,
}

/// <summary>
/// One epoch of float gradient descent from the device weights, then one pulse per device in the direction
/// its weight moved.
/// </summary>
public sealed record EpochSignOptions : RuleOptions
{
    /// <summary>Sets every quirk that is not given on its own.</summary>
    [Description("original turns on every quirk below that is not given; none turns them off.")]
    public Compatibility Compatibility { get; init; } = Compatibility.None;

    /// <summary>Quirk: every layer reads and moves the counters of the first layer.</summary>
    [Description("Quirk of the original: every layer reads and moves the first layer's counters.")]
    public bool? SharedCounters { get; init; }

    /// <summary>Quirk: a weight that is not pulsed keeps its trained float value.</summary>
    [Description("Quirk of the original: a weight that is not pulsed keeps its trained float value.")]
    public bool? KeepTrainedAtEnds { get; init; }

    /// <summary>Quirk: the first weights are those of a linear device.</summary>
    [Description("Quirk of the original: the first weights are those of a linear device, whatever the law.")]
    public bool? LinearStart { get; init; }

    /// <summary>The quirks that act on pulses, resolved.</summary>
    [JsonIgnore]
    public SignPulseQuirks Quirks => new(Resolve(SharedCounters), Resolve(KeepTrainedAtEnds));

    /// <summary>Whether the first weights are those of a linear device, resolved.</summary>
    [JsonIgnore]
    public bool StartsLinear => Resolve(LinearStart);

    private bool Resolve(bool? quirk) => quirk ?? Compatibility == Compatibility.Original;
}
