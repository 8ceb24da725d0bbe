using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace CrossbarSim.Experiments.Options;

/// <summary>How a learning rate changes from epoch to epoch.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ConstantScheduleOptions), "constant")]
[JsonDerivedType(typeof(StepScheduleOptions), "step")]
[JsonDerivedType(typeof(CosineScheduleOptions), "cosine")]
public abstract record ScheduleOptions
{
    /// <summary>The rate of an epoch as a share of the first one's.</summary>
    /// <param name="epoch">Epoch, from 1.</param>
    /// <param name="epochs">Epochs of the whole run.</param>
    public abstract double ShareAt(int epoch, int epochs);
}

/// <summary>The same rate in every epoch.</summary>
public sealed record ConstantScheduleOptions : ScheduleOptions
{
    /// <inheritdoc/>
    public override double ShareAt(int epoch, int epochs) => 1;
}

/// <summary>The rate is multiplied by a factor after every so many epochs.</summary>
public sealed record StepScheduleOptions : ScheduleOptions
{
    /// <summary>Epochs between two steps.</summary>
    [Description("Epochs with the same rate.")]
    [Range(1, 1_000_000)]
    public required int Every { get; init; }

    /// <summary>What the rate is multiplied by at each step.</summary>
    [Description("What the rate is multiplied by after them.")]
    [Range(1e-6, 1)]
    public required double Factor { get; init; }

    /// <inheritdoc/>
    public override double ShareAt(int epoch, int epochs) => Math.Pow(Factor, (epoch - 1) / Every);
}

/// <summary>
/// The rate falls along half a cosine, share = final + (1 - final)(1 + cos(pi (epoch - 1)/epochs))/2, so that the final
/// share would be that of the epoch after the last.
/// </summary>
/// <remarks>
/// I. Loshchilov, F. Hutter: SGDR: stochastic gradient descent with warm restarts. ICLR 2017 (arXiv:1608.03983),
/// equation 5, without restarts and by epochs.
/// </remarks>
public sealed record CosineScheduleOptions : ScheduleOptions
{
    /// <summary>Share of the first rate at which the curve ends.</summary>
    [Description("Share of the first rate that the curve ends at, after the last epoch.")]
    [Range(0, 1)]
    public double Final { get; init; }

    /// <inheritdoc/>
    public override double ShareAt(int epoch, int epochs) =>
        Final + (1 - Final) * (1 + Math.Cos(Math.PI * (epoch - 1) / epochs)) / 2;
}
