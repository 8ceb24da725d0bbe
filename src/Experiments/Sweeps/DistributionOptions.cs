using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Sweeps.Sampling;

namespace CrossbarSim.Experiments.Sweeps;

/// <summary>What the values of an axis are drawn from.</summary>
public sealed record DistributionOptions : IChecked
{
    /// <summary>Lowest and highest value; all between are as likely.</summary>
    [Description("[lowest, highest]: every value between them is as likely. With units where the key has one.")]
    [Length(2, 2)]
    public IReadOnlyList<AnyValue>? Uniform { get; init; }

    /// <summary>Lowest and highest value, above 0; the logarithm is uniform.</summary>
    [Description("[lowest, highest], above 0: every ratio is as likely, so that 1 to 10 gets as many as 10 to 100.")]
    [Length(2, 2)]
    public IReadOnlyList<AnyValue>? LogUniform { get; init; }

    /// <summary>Mean and standard deviation.</summary>
    [Description("[mean, standard deviation] of a normal distribution.")]
    [Length(2, 2)]
    public IReadOnlyList<AnyValue>? Normal { get; init; }

    /// <summary>Values that are as likely.</summary>
    [Description("Values of which each is as likely, as they would be written in the experiment.")]
    [Length(1, 10_000)]
    public IReadOnlyList<AnyValue>? Choice { get; init; }

    /// <summary>Whether values are rounded to whole numbers.</summary>
    [Description("Whether the numbers are whole: for keys such as device.pulses or training.epochs.")]
    public bool Whole { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        var given = new[] { Uniform, LogUniform, Normal, Choice }.Count(values => values is not null);
        if (given != 1)
            return [new Problem("CBS1105", "", given == 0
                ? "nothing says what to draw from: give uniform, log_uniform, normal or choice"
                : "give one of uniform, log_uniform, normal and choice")];
        return Distribution.Problem(this) is { } message ? [new Problem("CBS1105", Key, message)] : [];
    }

    private string Key => Uniform is not null ? "uniform" : LogUniform is not null ? "log_uniform" : Normal is not null
        ? "normal" : "choice";
}
