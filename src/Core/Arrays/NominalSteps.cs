using CrossbarSim.Core.Devices;

namespace CrossbarSim.Core.Arrays;

/// <summary>
/// How far one pulse moves the weight of a nominal device, without its variation: all that the controller of a real
/// array can know.
/// </summary>
public sealed class NominalSteps
{
    // Where a law is so flat that u does not move in double precision, pulses still have a price.
    private const double LeastStep = 1.0 / (1L << 46);

    private readonly double[][][] _steps;

    /// <summary>Tabulates the steps of a device.</summary>
    /// <param name="mapping">Its law and weight scale.</param>
    public NominalSteps(WeightMapping mapping)
    {
        Law = mapping.Law;
        _steps = [Both(mapping, depression: false), Both(mapping, depression: true)];
        var moving = mapping.Options is { Kind: MappingKind.Differential, Pair: PairUpdate.Both } ? 2 : 1;
        Granularity = moving * mapping.Scale * (Step(Law.Potentiation, 0.5, +1) + Step(Law.Depression, 0.5, -1)) / 2;
    }

    /// <summary>The nominal law.</summary>
    public ConductanceLaw Law { get; }

    /// <summary>
    /// How far one weight pulse moves a weight in the middle of the window, mean of rising and falling, above 0; of a pair
    /// that moves both devices, twice the step of one.
    /// </summary>
    public double Granularity { get; }

    /// <summary>
    /// The steps of a branch at P = 0 .. N, in weights, above 0; at the end of the window that the direction runs into,
    /// the step that leads back.
    /// </summary>
    /// <param name="depression">Whether the device is on the depression branch.</param>
    /// <param name="rising">Whether the pulse is a rising one.</param>
    public IReadOnlyList<double> Of(bool depression, bool rising) => _steps[depression ? 1 : 0][rising ? 1 : 0];

    private double[][] Both(WeightMapping mapping, bool depression) =>
        [Steps(mapping, depression, -1), Steps(mapping, depression, +1)];

    private double[] Steps(WeightMapping mapping, bool depression, int direction)
    {
        var branch = Law.Branch(depression);
        return [.. Enumerable.Range(0, branch.Pulses + 1).Select(p =>
        {
            var blocked = p == (direction > 0 ? branch.Pulses : 0);
            return mapping.Scale * Step(branch, p, blocked ? -direction : direction);
        })];
    }

    // The step of a device that stands at a whole P of its branch; the pulse's own branch may be the other one.
    private double Step(LawBranch stands, int pulses, int direction)
    {
        var walks = Law.Branch(depression: direction < 0);
        return ReferenceEquals(stands, walks)
            ? Walk(walks, pulses, direction)
            : Walk(walks, walks.Position(stands.Fraction(pulses)), direction);
    }

    private static double Step(LawBranch walks, double fraction, int direction) =>
        Walk(walks, walks.Position(fraction), direction);

    private static double Walk(LawBranch walks, double from, int direction) => Math.Max(LeastStep, Math.Abs(
        walks.Fraction(Math.Clamp(from + direction, 0, walks.Pulses)) - walks.Fraction(from)));
}
