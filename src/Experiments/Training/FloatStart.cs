using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>First weights that are floats of their own; biases are zero, devices stand at the nearest state.</summary>
/// <remarks>
/// Glorot: X. Glorot, Y. Bengio: Understanding the difficulty of training deep feedforward neural networks.
/// AISTATS 2010, equation 16.
/// </remarks>
internal static class FloatStart
{
    /// <summary>Draws one layer.</summary>
    /// <param name="options">A normal or a Glorot start.</param>
    /// <param name="shape">The layer.</param>
    /// <param name="mapping">Its devices.</param>
    /// <param name="numbers">Its random numbers; one per weight.</param>
    public static LayerState Draw(InitialOptions options, LayerShape shape, WeightMapping mapping, RandomNumbers numbers)
    {
        var weights = new double[shape.Weights];
        for (var k = 0; k < shape.Inputs * shape.Outputs; k++) weights[k] = Weight(options, shape, numbers, (uint)k);
        var state = new LayerState(shape.Weights * mapping.DevicesPerWeight) { Weights = weights };
        for (var k = 0; k < weights.Length; k++) Place(state.Pulses, k, weights[k], mapping);
        return state;
    }

    private static void Place(int[] pulses, int cell, double weight, WeightMapping mapping)
    {
        var (plus, minus) = mapping.Nearest(Math.Clamp(weight, mapping.Range.Low, mapping.Range.High));
        pulses[cell * mapping.DevicesPerWeight] = plus;
        if (mapping.DevicesPerWeight == 2) pulses[cell * 2 + 1] = minus;
    }

    private static double Weight(InitialOptions options, LayerShape shape, RandomNumbers numbers, uint k) =>
        options.Normal is { } deviation
            ? deviation * numbers.Normal(k)
            : Math.Sqrt(6.0 / (shape.Inputs + shape.Outputs)) * (2 * numbers.Uniform(k) - 1);
}
