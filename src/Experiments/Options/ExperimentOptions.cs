using System.ComponentModel;
using System.Text.Json.Serialization;
using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>Where a network is computed.</summary>
public enum BackendChoice
{
    /// <summary>CUDA, then an OpenCL GPU, then cpu.</summary>
    Auto,

    /// <summary>Double precision, slow: the judge.</summary>
    Reference,

    /// <summary>SIMD and threads.</summary>
    Cpu,

    /// <summary>An NVIDIA GPU.</summary>
    Cuda,

    /// <summary>An OpenCL device.</summary>
    Opencl,
}

/// <summary>One experiment: data, network, devices, and the rule that trains them.</summary>
public sealed record ExperimentOptions : IChecked
{
    /// <summary>The samples.</summary>
    [Description("The samples to train and test on.")]
    public required DatasetOptions Dataset { get; init; }

    /// <summary>The network.</summary>
    [Description("Layers and activation.")]
    public required NetworkOptions Network { get; init; }

    /// <summary>The device of every layer, or one for each.</summary>
    [Description("Device of every layer: a file, a preset's name or the mapping itself; a list gives one per layer.")]
    [OneOrMany]
    public required IReadOnlyList<DeviceOptions> Device { get; init; }

    /// <summary>How conductances become weights.</summary>
    [Description("How conductances become weights.")]
    public MappingOptions Mapping { get; init; } = new();

    /// <summary>Which pulses to fire.</summary>
    [Description("Which pulses to fire.")]
    public required RuleOptions Rule { get; init; }

    /// <summary>How long, and in which mini-batches.</summary>
    [Description("Epochs, mini-batches and evaluation.")]
    public TrainingOptions Training
    {
        // Arrays that age are read later too, unless the file says when.
        get => field.ReadAfter is null && Ages ? field with { ReadAfter = ReadTimes.Usual } : field;
        init;
    } = new();

    /// <summary>First state of the devices; where not given, what suits the rule.</summary>
    [Description("First state of the devices; where absent, pulses: uniform for rule epoch-sign, glorot: uniform for "
        + "the others.")]
    public InitialOptions Initial
    {
        // Without a rule, which is required, there is no default.
        get => field ?? Rule?.Start!;
        init;
    }

    /// <summary>Seed of every random number but the order of samples.</summary>
    [Description("Seed of every random number but the order of the samples.")]
    public ulong Seed { get; init; } = 1;

    /// <summary>Where to compute.</summary>
    [Description("Where to compute: auto takes CUDA, then an OpenCL GPU, then cpu.")]
    public BackendChoice Backend { get; init; } = BackendChoice.Auto;

    /// <summary>Whether what is read of the trained arrays depends on when they are read.</summary>
    [JsonIgnore]
    public bool Ages => Rule is { WeightsAreState: false } && Device?.Any(device => device.Variation is { Ages: true }) == true;

    /// <summary>The device of a layer.</summary>
    /// <param name="layer">Layer, from 0.</param>
    public DeviceOptions DeviceOf(int layer) => Device[Device.Count == 1 ? 0 : layer];

    /// <summary>The nominal devices of a layer, and the weights that they stand for.</summary>
    /// <param name="layer">Layer, from 0.</param>
    public WeightMapping MappingOf(int layer) => new(DeviceOf(layer), Mapping, layer);

    /// <inheritdoc/>
    public IEnumerable<Problem> Check() => ExperimentChecks.Check(this);
}
