using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Experiments.Options;

/// <summary>How the first counters are drawn.</summary>
public enum InitialPulses
{
    /// <summary>0 .. N, all equally likely.</summary>
    Uniform,

    /// <summary>As the original program: N u + 0.5 cut to an integer, so both ends are half as likely.</summary>
    RoundedUniform,
}

/// <summary>How the first conductances are drawn.</summary>
public enum InitialConductance
{
    /// <summary>Uniform over the window, then the nearest state.</summary>
    Uniform,
}

/// <summary>How first weights are spread by the size of their layer.</summary>
public enum GlorotStart
{
    /// <summary>Uniform within +-sqrt(6 / (inputs + outputs)), as Keras starts dense layers.</summary>
    Uniform,
}

/// <summary>First state of the devices; exactly one key is given.</summary>
public sealed record InitialOptions : IChecked
{
    /// <summary>Draws the counters.</summary>
    [Description("Draws the counters: uniform over 0..N, or rounded-uniform as the original (both ends half as likely).")]
    public InitialPulses? Pulses { get; init; }

    /// <summary>Draws the conductances.</summary>
    [Description("Draws the conductances uniformly over the window and takes the nearest state.")]
    public InitialConductance? Conductance { get; init; }

    /// <summary>Draws weights uniformly within plus or minus this, one value or one per layer.</summary>
    [Description("Draws weights uniformly within plus or minus this and takes the nearest state; a list gives one per layer.")]
    [OneOrMany, Range(0, 1e6)]
    public IReadOnlyList<double>? Spread { get; init; }

    /// <summary>Draws float weights from a normal distribution of this standard deviation; biases are zero.</summary>
    [Description("Float rules only: weights from a normal distribution with this standard deviation, biases zero; "
        + "the devices stand at the nearest state.")]
    [Range(1e-9, 1e3)]
    public double? Normal { get; init; }

    /// <summary>Draws float weights by the size of their layer (Glorot, Bengio, AISTATS 2010); biases are zero.</summary>
    [Description("Float rules only: weights uniform within +-sqrt(6 / (inputs + outputs)), biases zero (the start of Keras); "
        + "the devices stand at the nearest state.")]
    public GlorotStart? Glorot { get; init; }

    /// <summary>Takes the counters of a state file.</summary>
    [Description("Takes the counters from a state.h5 (int32 /layers/0/pulses, /layers/1/pulses, ...).")]
    [FileReference]
    public string? State { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        object?[] given = [Pulses, Conductance, Spread, Normal, Glorot, State];
        if (given.Count(g => g is not null) != 1)
            yield return new Problem("CBS0301", "", "give exactly one of pulses, conductance, spread, normal, glorot and state");
    }

    /// <summary>Whether the first weights are floats of their own, which no device need be able to reach.</summary>
    internal bool StartsFloat => Normal is not null || Glorot is not null;
}
