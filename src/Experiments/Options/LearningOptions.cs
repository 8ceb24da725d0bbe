using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CrossbarSim.Experiments.Options;

/// <summary>A rule with a learning rate, which may change from epoch to epoch.</summary>
public abstract record LearningOptions : RuleOptions
{
    /// <summary>Learning rate of the first epoch: weights move by rate x mean gradient.</summary>
    [Description("Learning rate of the first epoch: weights are to move by rate x mean gradient.")]
    [Range(1e-9, 1e3)]
    public double LearningRate { get; init; } = 0.01;

    /// <summary>How the rate changes from epoch to epoch.</summary>
    [Description("How the learning rate changes from epoch to epoch.")]
    public ScheduleOptions Schedule { get; init; } = new ConstantScheduleOptions();

    /// <summary>The learning rate of an epoch.</summary>
    /// <param name="epoch">Epoch, from 1.</param>
    /// <param name="epochs">Epochs of the whole run.</param>
    public double RateAt(int epoch, int epochs) => LearningRate * Schedule.ShareAt(epoch, epochs);
}
