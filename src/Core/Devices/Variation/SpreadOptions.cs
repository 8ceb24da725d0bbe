using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>What the standard deviation of a spread is given in.</summary>
public enum SpreadReference
{
    /// <summary>Shares of the nominal parameter.</summary>
    Nominal,

    /// <summary>The unit of the parameter.</summary>
    Absolute,
}

/// <summary>How a parameter is distributed over devices; xi is standard normal.</summary>
public enum SpreadDistribution
{
    /// <summary>nominal (1 + sigma xi), xi cut at +-5.</summary>
    Normal,

    /// <summary>nominal exp(sigma xi), xi cut at +-5: the median is nominal.</summary>
    LogNormal,

    /// <summary>nominal (1 + sigma xi), given that xi lies within +-cut.</summary>
    Truncated,
}

/// <summary>How one parameter differs over the devices of an array, each drawn once.</summary>
[ShortForm(nameof(Sigma))]
public sealed record SpreadOptions : IChecked
{
    /// <summary>Normal and log-normal deviates are cut at plus and minus this, so that no window can cross unseen.</summary>
    public const double DeviateCut = 5;

    /// <summary>Where a truncated distribution ends unless its options say so, in standard deviations.</summary>
    public const double DefaultCut = 2;

    /// <summary>Standard deviation; of log-normal, that of the logarithm; of truncated, before the cut.</summary>
    [Description("Standard deviation (of the logarithm if log-normal; before the cut if truncated): a share of the nominal "
        + "value or, with of: absolute, in the parameter's unit.")]
    [Range(0, 1e6)]
    public RatioOrConductance? Sigma { get; init; }

    /// <summary>What sigma is given in; absent: nominal.</summary>
    [Description("nominal: sigma is a share of the nominal value; absolute: it is in the parameter's own unit. "
        + "nominal where absent.")]
    public SpreadReference? Of { get; init; }

    /// <summary>The distribution; absent: normal.</summary>
    [Description("normal: cut at 5 sigma; log-normal: the nominal value times exp(sigma xi), the median is nominal; "
        + "truncated: normal within +-cut sigma. normal where absent.")]
    public SpreadDistribution? Distribution { get; init; }

    /// <summary>Where a truncated distribution ends, in standard deviations; absent: 2.</summary>
    [Description("Where a truncated distribution ends, in sigma; 2 where absent.")]
    [Range(0.1, DeviateCut)]
    public double? Cut { get; init; }

    internal double Width => Sigma?.Value ?? 0;

    internal bool IsAbsolute => Of == SpreadReference.Absolute;

    // The largest deviate, in sigma.
    private double Most => Distribution == SpreadDistribution.Truncated ? Cut ?? DefaultCut : DeviateCut;

    /// <summary>A relative normal spread.</summary>
    public static implicit operator SpreadOptions(double sigma) => FromDouble(sigma);

    /// <summary>A relative normal spread.</summary>
    /// <param name="sigma">Standard deviation, of the nominal value.</param>
    public static SpreadOptions FromDouble(double sigma) => new() { Sigma = sigma };

    /// <summary>Whether devices differ at all.</summary>
    /// <param name="spread">A spread; null: none.</param>
    public static bool Differs(SpreadOptions? spread) => spread is { Width: > 0 };

    /// <summary>The standard deviation as a share of the nominal value.</summary>
    /// <param name="nominal">The nominal value.</param>
    public double RelativeTo(double nominal) => IsAbsolute ? Width / Math.Abs(nominal) : Width;

    /// <inheritdoc/>
    public IEnumerable<Problem> Check()
    {
        if (Sigma is not { } sigma)
            yield return Wrong("sigma", "is missing: how wide is the spread?");
        else if (sigma.IsConductance && !IsAbsolute)
            yield return Wrong("sigma", $"{Quantity.Format(sigma.Value, "S")} is a conductance: give of: absolute with it, or a "
                + "share of the nominal value");
        else if (!IsAbsolute && sigma.Value > 1)
            yield return Wrong("sigma", FormattableString.Invariant($"{sigma.Value} of the nominal value is outside 0 .. 1"));
        if (IsAbsolute && Distribution == SpreadDistribution.LogNormal)
            yield return Wrong("of", "a log-normal spread is a factor: it has no absolute width");
        if (Cut is not null && Distribution != SpreadDistribution.Truncated)
            yield return Wrong("cut", "only distribution: truncated has a cut to choose");
    }

    /// <summary>Draws the deviates of one parameter.</summary>
    /// <param name="numbers">The array's numbers.</param>
    /// <param name="parameter">Which parameter.</param>
    /// <param name="count">Devices.</param>
    internal IEnumerable<double> Deviates(RandomNumbers numbers, uint parameter, int count)
    {
        var (most, devices) = (Most, Enumerable.Range(0, count));
        if (Distribution != SpreadDistribution.Truncated)
            return devices.Select(k => Math.Clamp(numbers.Normal((uint)k, parameter), -most, most));
        var below = NormalDistribution.Probability(-most);
        return devices.Select(k => Math.Clamp(
            NormalDistribution.Quantile(below + (1 - 2 * below) * numbers.Uniform((uint)k, parameter)), -most, most));
    }

    /// <summary>The parameter of a device.</summary>
    /// <param name="nominal">Its nominal value.</param>
    /// <param name="deviate">The device's deviate, in sigma.</param>
    internal double ValueOf(double nominal, double deviate) => (IsAbsolute, Distribution) switch
    {
        (true, _) => nominal + Width * deviate,
        (_, SpreadDistribution.LogNormal) => nominal * Math.Exp(Width * deviate),
        _ => nominal * (1 + Width * deviate),
    };

    /// <summary>The factor on the parameter of a device.</summary>
    /// <param name="nominal">Its nominal value.</param>
    /// <param name="deviate">The device's deviate, in sigma.</param>
    internal double FactorOf(double nominal, double deviate) =>
        IsAbsolute ? 1 + RelativeTo(nominal) * deviate : ValueOf(1, deviate);

    /// <summary>The smallest and the largest value that a device can have.</summary>
    /// <param name="nominal">The nominal value.</param>
    internal (double Low, double High) Range(double nominal) => (ValueOf(nominal, -Most), ValueOf(nominal, Most));

    /// <summary>The smallest and the largest factor on the parameter.</summary>
    /// <param name="nominal">The nominal value.</param>
    internal (double Low, double High) FactorRange(double nominal) => (FactorOf(nominal, -Most), FactorOf(nominal, Most));

    private static Problem Wrong(string key, string what) => new("CBS0245", key, what);
}
