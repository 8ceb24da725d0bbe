using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Options;

/// <summary>
/// A digital accumulator per weight gathers rate x mean gradient, and pays for whole pulses where it exceeds a step.
/// </summary>
public sealed record AccumulateOptions : LearningOptions
{
    /// <summary>Starts from a rate that suits mini-batches of 32.</summary>
    public AccumulateOptions() => LearningRate = 0.1;

    /// <summary>Most pulses of one weight in one mini-batch.</summary>
    [Description("Most pulses of one weight after one mini-batch.")]
    [Range(1, DeviceOptions.MostPulses)]
    public int MaxPulses { get; init; } = 1;

    /// <inheritdoc/>
    public override BatchRule At(int epoch, int epochs) => new Accumulate(RateAt(epoch, epochs), MaxPulses);
}
