using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Experiments.Datasets.Digits;

/// <summary>The random numbers of one sample, one after another; the same ones on every thread.</summary>
/// <param name="numbers">The stream of the set.</param>
/// <param name="sample">Sample, from 0.</param>
internal sealed class SampleDice(RandomNumbers numbers, int sample)
{
    private uint _draw;

    /// <summary>A uniform number in [low, high).</summary>
    /// <param name="low">Lower bound.</param>
    /// <param name="high">Upper bound.</param>
    public double Between(double low, double high) =>
        low + (high - low) * numbers.Uniform((uint)sample, draw: _draw++);

    /// <summary>A number around 0, bell-shaped, never beyond +-<paramref name="reach"/>.</summary>
    /// <remarks>
    /// The mean of three uniform numbers (standard deviation reach / 3): nearly normal, and free of the
    /// logarithms whose last bit differs between systems.
    /// </remarks>
    /// <param name="reach">Largest magnitude.</param>
    public double Around(double reach) =>
        (Between(-reach, reach) + Between(-reach, reach) + Between(-reach, reach)) / 3;

    /// <summary>A point around the origin, each coordinate as <see cref="Around"/>.</summary>
    /// <param name="reach">Largest magnitude of a coordinate.</param>
    public PenPoint PointAround(double reach)
    {
        var x = Around(reach);
        return new PenPoint(x, Around(reach));
    }

    /// <summary>A uniform integer.</summary>
    /// <param name="count">How many values, from 0.</param>
    public int Below(int count) => numbers.Below(count, (uint)sample, draw: _draw++);
}
