using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Arrays;

/// <summary>How conductances become weights.</summary>
public enum MappingKind
{
    /// <summary>One device: w = wmax (2u - 1).</summary>
    Offset,

    /// <summary>One device against a reference column: w = 2 wmax (u - mean of u over all states).</summary>
    Reference,

    /// <summary>Two devices: w = wmax (u+ - u-).</summary>
    Differential,
}

/// <summary>Which device of a differential pair a weight pulse goes to.</summary>
public enum PairUpdate
{
    /// <summary>Both, in opposite directions.</summary>
    Both,

    /// <summary>One: plus for a rising weight, minus for a falling one; both only ever potentiate.</summary>
    One,

    /// <summary>The one that is farther from its end of the window, plus where they are equally far.</summary>
    Better,
}

/// <summary>How conductances become weights, and the weight at the end of the window.</summary>
public sealed record MappingOptions : IChecked
{
    /// <summary>The kind of mapping.</summary>
    [Description("offset: w = wmax (2u - 1); reference: w = 2 wmax (u - mean u); differential: w = wmax (u+ - u-).")]
    public MappingKind Kind { get; init; } = MappingKind.Offset;

    /// <summary>Weight scale, above 0; one for all layers, or one per layer.</summary>
    [Description("Weight scale: the weight of a device at the end of its window (offset, differential); "
        + "a list gives one per layer.")]
    [OneOrMany, Range(1e-6, 1e6)]
    public IReadOnlyList<double> Wmax { get; init; } = [1.0];

    /// <summary>Which device of a pair a weight pulse goes to.</summary>
    [Description("differential only. both: one weight pulse moves both devices, in opposite directions; one: only potentiates; "
        + "better: moves the device farther from its end.")]
    public PairUpdate Pair { get; init; } = PairUpdate.Both;

    /// <summary>When pairs whose devices only rise are reset and set to their difference again; null: never.</summary>
    [Description("pair: one only. When pairs are reset to gmin and programmed to their difference again; never where absent.")]
    public RefreshOptions? Refresh { get; init; }

    /// <summary>The weight scale of a layer.</summary>
    /// <param name="layer">Layer, from 0.</param>
    public double WmaxOf(int layer) => Wmax[Math.Min(layer, Wmax.Count - 1)];

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Pair != PairUpdate.Both && Kind != MappingKind.Differential)
            yield return new Problem("CBS0210", "pair",
                $"{OptionNames.Value(Pair.ToString())} chooses between the devices of a pair, which only kind: differential has");
        if (Refresh is not null && Pair != PairUpdate.One)
            yield return new Problem("CBS0240", "refresh",
                "only pairs that are never lowered are refreshed: give kind: differential with pair: one");
    }
}
