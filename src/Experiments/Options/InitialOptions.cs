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

    /// <summary>Draws weights by the size of their layer (Glorot, Bengio, AISTATS 2010); biases are zero.</summary>
    [Description("Weights uniform within +-sqrt(6 / (inputs + outputs)), biases zero (the start of Keras). The devices stand at "
        + "the nearest state, on the potentiation branch; with pulse rules the weights are theirs, with float rules exact.")]
    public GlorotStart? Glorot { get; init; }

    /// <summary>Takes the devices of a state file.</summary>
    [Description("Takes the devices from a state.h5: int32 /layers/0/pulses, /layers/1/pulses, ..., and position_q16 and "
        + "branch beside them where they are there.")]
    [FileReference]
    public string? State { get; init; }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        object?[] given = [Pulses, Conductance, Spread, Normal, Glorot, State];
        if (given.Count(g => g is not null) != 1)
            yield return new Problem("CBS0301", "", "give exactly one of pulses, conductance, spread, normal, glorot and state");
    }
}
