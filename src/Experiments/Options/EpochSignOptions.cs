using System.ComponentModel;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Options;

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
public sealed record EpochSignOptions : LearningOptions
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

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool WeightsAreState => Quirks.WeightsAreState || StartsLinear;

    /// <inheritdoc/>
    [JsonIgnore]
    public override InitialOptions Start => new() { Pulses = InitialPulses.Uniform };

    /// <inheritdoc/>
    public override BatchRule At(int epoch, int epochs) => new Sgd(RateAt(epoch, epochs));

    private bool Resolve(bool? quirk) => quirk ?? Compatibility == Compatibility.Original;
}
