using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Options;

/// <summary>Float gradient descent with Adam, without pulses: the original's first and second network.</summary>
public sealed record AdamOptions : LearningOptions
{
    /// <summary>Starts from the learning rate that Adam is used with.</summary>
    public AdamOptions() => LearningRate = 0.001;

    /// <summary>Decay of the mean of gradients.</summary>
    [Description("Decay of the running mean of the gradient, per step.")]
    [Range(0, 0.999_999)]
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay of the mean of squared gradients.</summary>
    [Description("Decay of the running mean of the squared gradient, per step.")]
    [Range(0, 0.999_999)]
    public double Beta2 { get; init; } = 0.999;

    /// <summary>Added to the root of the second moment.</summary>
    [Description("Added to the root of the mean squared gradient, so that small gradients make small steps.")]
    [Range(1e-12, 1)]
    public double Epsilon { get; init; } = 1e-7;

    /// <summary>Quirk: every step is a first step.</summary>
    [Description("Quirk of the original's second network: a new optimiser at every step, which remembers no gradient.")]
    public bool Forget { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsFloat => true;

    /// <inheritdoc/>
    public override BatchRule At(int epoch, int epochs) => new Adam(RateAt(epoch, epochs), Beta1, Beta2, Epsilon, Forget);
}
