using System.Text.Json.Serialization;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Options;

/// <summary>Float gradient descent without pulses: the ceiling that every rule is compared with.</summary>
public sealed record SgdOptions : LearningOptions
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsFloat => true;

    /// <inheritdoc/>
    public override BatchRule At(int epoch, int epochs) => new Sgd(RateAt(epoch, epochs));
}
