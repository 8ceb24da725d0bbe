using System.Text.Json.Serialization;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Options;

/// <summary>Which pulses to fire.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(EpochSignOptions), "epoch-sign")]
[JsonDerivedType(typeof(BatchSignOptions), "batch-sign")]
[JsonDerivedType(typeof(AccumulateOptions), "accumulate")]
[JsonDerivedType(typeof(StochasticOptions), "stochastic")]
[JsonDerivedType(typeof(SgdOptions), "sgd")]
[JsonDerivedType(typeof(AdamOptions), "adam")]
public abstract record RuleOptions
{
    /// <summary>Whether float weights are what is trained, and no device is ever pulsed.</summary>
    [JsonIgnore]
    public virtual bool IsFloat => false;

    /// <summary>Whether the weights can differ from those of the devices, so that a checkpoint must hold them.</summary>
    [JsonIgnore]
    public virtual bool WeightsAreState => IsFloat;

    /// <summary>The first state of the devices where the experiment gives none.</summary>
    [JsonIgnore]
    public virtual InitialOptions Start => new() { Glorot = GlorotStart.Uniform };

    /// <summary>What an engine does with each mini-batch of an epoch: a function of the options and the epoch alone.</summary>
    /// <param name="epoch">Epoch, from 1.</param>
    /// <param name="epochs">Epochs of the whole run.</param>
    public abstract BatchRule At(int epoch, int epochs);
}
