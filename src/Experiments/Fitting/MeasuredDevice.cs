using System.Globalization;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;
using CrossbarSim.Experiments.Fitting.Noise;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>The device file that a fit gives: the law with the noise and the spread that were measured.</summary>
internal static class MeasuredDevice
{
    /// <summary>Adds name, variation and provenance; what a device file does not allow is left out and told.</summary>
    /// <param name="fit">The law.</param>
    /// <param name="parameters">Its parameters, and how sure they are.</param>
    /// <param name="noise">Noise of its pulses, if known.</param>
    /// <param name="spreads">Spread of its parameters; empty where not known.</param>
    /// <param name="name">Its name.</param>
    /// <param name="provenance">Where it comes from.</param>
    /// <returns>The device, and what was left out.</returns>
    public static (DeviceOptions Device, IReadOnlyList<string> LeftOut) Of(
        LawFit fit, IReadOnlyList<FittedParameter> parameters, CycleNoise? noise, IReadOnlyList<ParameterSpread> spreads,
            string name, string provenance)
    {
        List<string> leftOut = [];
        var device = fit.Device with { Name = name,
            Source = new SourceOptions { Fit = provenance, Intervals = Intervals(parameters) } };
        device = Accepted(device, device with { Variation = Varied(Cycle(noise), null) }, leftOut);
        device = Accepted(device, device with { Variation = Varied(device.Variation?.C2c, Spread(device, spreads)) }, leftOut);
        return (device, leftOut);
    }

    // An interval through the linear device, at infinity, has no two ends.
    private static IReadOnlyList<IntervalOptions>? Intervals(IReadOnlyList<FittedParameter> parameters)
    {
        List<IntervalOptions> known =
        [
            .. parameters.Where(p => p.Low <= p.High && double.IsFinite(p.Low) && double.IsFinite(p.High))
                .Select(p => new IntervalOptions { Key = p.Key, Low = Value(p.Low, p.Unit), High = Value(p.High, p.Unit) }),
        ];
        return known.Count == 0 ? null : known;
    }

    private static AnyValue Value(double number, string unit) => new(unit.Length == 0
        ? number.ToString("G6", CultureInfo.InvariantCulture)
        : Quantity.Format(double.Parse(number.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), unit));

    private static VariationOptions? Varied(CycleNoiseOptions? c2c, DeviceSpreadOptions? d2d) =>
        c2c is null && d2d is null ? null : new VariationOptions { C2c = c2c, D2d = d2d };

    private static DeviceOptions Accepted(DeviceOptions before, DeviceOptions after, List<string> leftOut)
    {
        var problems = ((IChecked)after).Check().Concat((after.Variation?.C2c as IChecked)?.Check() ?? [])
            .Where(problem => problem.Severity == Severity.Error).ToList();
        leftOut.AddRange(problems.Select(problem => $"{problem.Path}: {problem.Message}").Except(leftOut));
        return problems.Count == 0 ? after : before;
    }

    private static CycleNoiseOptions? Cycle(CycleNoise? noise) => noise is not { IsSeen: true } ? null : new CycleNoiseOptions
    {
        Of = noise.FitsBetter,
        Sigma = Rounded(noise.FitsBetter == NoiseReference.Step ? Math.Min(noise.OfStep, 10) : noise.OfWindow),
    };

    private static DeviceSpreadOptions? Spread(DeviceOptions device, IReadOnlyList<ParameterSpread> spreads)
    {
        double Of(params string[] keys)
        {
            var found = spreads.Where(s => keys.Contains(s.Key.Split('.')[^1])).ToList();
            return found.Count == 0 ? 0 : Rounded(found.Average(s => s.Relative));
        }

        SpreadOptions? AtMost(double most, string key) => Of(key) is > 0 and var sigma ? Math.Min(sigma, most) : null;

        SpreadOptions? Shape(string key) => device.ShapeKey == key ? AtMost(DeviceSpreadOptions.MostShape, key) : null;
        var spread = new DeviceSpreadOptions
        {
            Gmin = AtMost(1, "gmin"),
            Gmax = AtMost(1, "gmax"),
            Gain = AtMost(1, "step"),
            A = Shape("a"),
            Gamma = Shape("gamma"),
            APulses = Shape("a_pulses"),
        };
        return spread == new DeviceSpreadOptions() ? null : spread;
    }

    // No more digits than a spread can be known to.
    private static double Rounded(double value) => double.Parse(
        value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
