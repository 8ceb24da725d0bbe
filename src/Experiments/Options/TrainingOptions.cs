using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>When loss and accuracy over the whole sets are measured.</summary>
public enum EvaluationTime
{
    /// <summary>Before training and after every epoch.</summary>
    EveryEpoch,

    /// <summary>After the last epoch.</summary>
    Last,

    /// <summary>Never; the columns stay empty.</summary>
    None,
}

/// <summary>How long to train, and in which mini-batches.</summary>
public sealed record TrainingOptions : IChecked
{
    /// <summary>Epochs: passes over the training samples.</summary>
    [Description("Passes over the training samples.")]
    [Range(1, 1_000_000)]
    public int Epochs { get; init; } = 20;

    /// <summary>Samples in a mini-batch; gradients are means over it.</summary>
    [Description("Samples in a mini-batch; gradients are means over it.")]
    [Range(1, 1_000_000)]
    public int Batch { get; init; } = 32;

    /// <summary>When loss and accuracy over the whole sets are measured.</summary>
    [Description("When loss and accuracy over the whole sets are measured.")]
    public EvaluationTime Evaluate { get; init; } = EvaluationTime.EveryEpoch;

    /// <summary>Times after training at which the finished arrays are read again, seconds, rising.</summary>
    [Description("Times after training at which the arrays are read again, rising, for devices with drift, retention or rtn; "
        + "for these [1 s, 1 h, 1 day, 30 day, 1 year] where absent.")]
    [Quantity("s"), Length(1, 1000), Range(1e-9, 1e12)]
    public IReadOnlyList<double>? ReadAfter { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check() => ReadTimes.Check(ReadAfter, "read_after");
}
