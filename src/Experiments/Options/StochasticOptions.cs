using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Options;

/// <summary>Coincidences of stochastic pulse trains on word and bit lines, sample by sample.</summary>
public sealed record StochasticOptions : LearningOptions
{
    /// <summary>Starts from a rate that suits devices of many small steps.</summary>
    public StochasticOptions() => LearningRate = 0.1;

    /// <summary>Slots of a pulse train.</summary>
    [Description("Slots of a pulse train; with length_management the most of them.")]
    [Range(1, Stochastic.MostLength)]
    public int Length { get; init; } = Stochastic.MostLength;

    /// <summary>Whether word and bit lines fire equally often at most.</summary>
    [Description("Balances the trains so that the largest input and the largest error fire equally often.")]
    public bool UpdateManagement { get; init; } = true;

    /// <summary>Whether trains are only as long as a sample needs.</summary>
    [Description("Makes trains only as long as the sample needs; this balances them too, whatever update_management says.")]
    public bool LengthManagement { get; init; } = true;

    /// <inheritdoc/>
    public override BatchRule At(int epoch, int epochs) =>
        new Stochastic(RateAt(epoch, epochs), Length, UpdateManagement, LengthManagement);
}
