using CrossbarSim.Core.Randomness;

namespace CrossbarSim.Experiments.Sweeps.Sampling;

/// <summary>Places in the unit interval of the samples of one axis: a function of the seed, the axis and the sample.</summary>
public sealed class UnitSamples
{
    // Half of the smallest number that is drawn: a normal deviate at 0 would be infinite.
    private const double Smallest = 1.0 / (1UL << 54);

    private readonly Func<int, double> _at;

    private UnitSamples(Func<int, double> at) => _at = at;

    /// <summary>The place of a sample, above 0 and below 1.</summary>
    /// <param name="sample">Sample, from 0.</param>
    public double At(int sample) => _at(sample);

    /// <summary>Independent places.</summary>
    /// <param name="seed">The sweep's seed.</param>
    /// <param name="axis">Place among the axes that are drawn, from 0; below 256.</param>
    public static UnitSamples Random(ulong seed, int axis)
    {
        var numbers = Numbers(seed, axis);
        return new UnitSamples(sample => Inside(numbers.Uniform((uint)sample)));
    }

    /// <summary>One place in each of as many equal parts as there are samples, the parts in random order.</summary>
    /// <param name="seed">The sweep's seed.</param>
    /// <param name="axis">Place among the axes that are drawn, from 0; below 256.</param>
    /// <param name="samples">How many samples there are.</param>
    /// <remarks>M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979) 239.</remarks>
    public static UnitSamples LatinHypercube(ulong seed, int axis, int samples)
    {
        var numbers = Numbers(seed, axis);
        var part = Enumerable.Range(0, samples).ToArray();
        for (var last = samples - 1; last > 0; last--)
        {
            var other = numbers.Below(last + 1, (uint)last, step: 1);
            (part[last], part[other]) = (part[other], part[last]);
        }

        return new UnitSamples(sample => Inside((part[sample] + numbers.Uniform((uint)sample)) / samples));
    }

    /// <summary>A Sobol sequence, shifted by bits that the seed gives, which keeps it as even.</summary>
    /// <param name="seed">The sweep's seed.</param>
    /// <param name="axis">Place among the axes that are drawn, from 0: its random numbers.</param>
    /// <param name="dimension">Place among the axes with Sobol points, from 0.</param>
    public static UnitSamples Sobol(ulong seed, int axis, int dimension)
    {
        var shift = Numbers(seed, axis).Words(0, step: 2).W0;
        return new UnitSamples(sample => ((SobolSequence.Bit32((uint)sample, dimension) ^ shift) + 0.5) / 4294967296.0);
    }

    private static RandomNumbers Numbers(ulong seed, int axis) => new(seed, StreamKind.SweepSample, axis);

    private static double Inside(double u) => Math.Max(u, Smallest);
}
