using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>Settings of a device that can be computed, but are hardly meant.</summary>
internal static class VariationWarnings
{
    // One device in 44 lies beyond.
    private const double Usual = 2;

    // A pulse whose noise is so many steps is not seen in it.
    private const double MostSteps = 10;

    /// <summary>The errors of a device, or, where there are none, its warnings.</summary>
    public static IEnumerable<Problem> After(DeviceOptions device, IEnumerable<Problem> errors)
    {
        var found = errors.ToList();
        return found.Count > 0 || device.Variation is not { } variation ? found : Of(device, variation);
    }

    private static IEnumerable<Problem> Of(DeviceOptions device, VariationOptions variation)
    {
        if (variation.C2c is { Of: NoiseReference.Window, Sigma: > 0 and var sigma }
            && sigma / LargestStep(device) is > MostSteps and var steps)
            yield return Warning("CBS0243", "variation.c2c.sigma",
                $"the noise of a pulse is {steps:G3} times its largest step: what a pulse does is hardly seen");
        if (variation.D2d is { HasGains: true } spread && LargestStep(device) * Gain(device, spread) is > 1 and var windows)
            yield return Warning("CBS0242", "variation.d2d",
                $"one device in 44 would cross {windows:G3} windows with its largest step: it knows only its ends");
    }

    private static double Gain(DeviceOptions device, DeviceSpreadOptions spread) =>
        Factor(spread.Gain, 1) * Factor(spread.Step, device.StepValue);

    private static double Factor(SpreadOptions? spread, double nominal) => SpreadOptions.Differs(spread)
        ? Math.Min(spread!.FactorOf(nominal, Usual), spread.FactorRange(nominal).High)
        : 1;

    private static double LargestStep(DeviceOptions device)
    {
        var law = device.CreateLaw();
        return Math.Max(LargestStep(law.Potentiation.Fractions()), LargestStep(law.Depression.Fractions()));
    }

    private static double LargestStep(double[] fractions) => fractions.Zip(fractions.Skip(1), (low, high) => high - low).Max();

    private static Problem Warning(string code, string path, FormattableString message) =>
        new(code, path, FormattableString.Invariant(message), Severity.Warning);
}
