using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>
/// First weights drawn from a distribution; the devices stand at the nearest state that they and the mapping can reach.
/// </summary>
/// <remarks>
/// Glorot: X. Glorot, Y. Bengio: Understanding the difficulty of training deep feedforward neural networks.
/// AISTATS 2010, equation 16. With it and a normal distribution biases are zero.
/// </remarks>
internal static class WeightStart
{
    /// <summary>Whether the options say how first weights are drawn.</summary>
    public static bool IsGiven(InitialOptions options) =>
        options is { Spread: not null } or { Normal: not null } or { Glorot: not null };

    /// <summary>Draws the weights of one layer.</summary>
    /// <param name="options">A spread, a normal or a Glorot start.</param>
    /// <param name="shape">The layer.</param>
    /// <param name="layer">Its number, from 0.</param>
    /// <param name="numbers">Its random numbers; one per weight.</param>
    public static double[] Draw(InitialOptions options, LayerShape shape, int layer, RandomNumbers numbers)
    {
        var (unbiased, drawn) = (shape.Inputs * shape.Outputs, Distribution(options, shape, layer, numbers));
        var count = options.Spread is null ? unbiased : shape.Weights;
        var weights = new double[shape.Weights];
        for (var k = 0; k < count; k++) weights[k] = drawn((uint)k);
        return weights;
    }

    /// <summary>Devices whose weights are nearest to wanted ones.</summary>
    /// <param name="weights">The wanted weights.</param>
    /// <param name="mapping">The devices.</param>
    public static LayerState Place(IReadOnlyList<double> weights, WeightMapping mapping)
    {
        var (state, (low, high)) = (new LayerState(weights.Count * mapping.DevicesPerWeight), mapping.Range);
        for (var cell = 0; cell < weights.Count; cell++)
        {
            var (plus, minus) = mapping.Nearest(Math.Clamp(weights[cell], low, high));
            state.Pulses[cell * mapping.DevicesPerWeight] = plus;
            if (mapping.DevicesPerWeight == 2) state.Pulses[cell * 2 + 1] = minus;
        }

        return state;
    }

    private static Func<uint, double> Distribution(InitialOptions options, LayerShape shape, int layer, RandomNumbers numbers)
    {
        if (options.Normal is { } deviation) return k => deviation * numbers.Normal(k);
        var limit = options.Spread is { } spreads
            ? spreads[layer % spreads.Count]
            : Math.Sqrt(6.0 / (shape.Inputs + shape.Outputs));
        return k => limit * (2 * numbers.Uniform(k) - 1);
    }
}
