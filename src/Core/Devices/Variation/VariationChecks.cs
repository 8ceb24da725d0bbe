using System.Globalization;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>What must agree between a device's variation and its law.</summary>
internal static class VariationChecks
{
    public static IEnumerable<Problem> Check(DeviceOptions device)
    {
        if (device.Variation?.Faults is { Unformed: 0, UnformedConductance: > 0 })
            yield return new Problem(
                "CBS0241", "variation.faults.unformed_conductance", "no device is unformed: give unformed too");
        if (device.Variation?.D2d is not { } spread) yield break;
        foreach (var (key, one) in spread.All)
            if (SpreadOptions.Differs(one) && Check(device, key, one!) is { } problem)
                yield return problem.Under($"variation.d2d.{key}");
        var (low, high) = (device.Window.Gmin, device.Window.Gmax);
        var (highest, lowest) = (Range(spread.Gmin, low).High, Range(spread.Gmax, high).Low);
        if (highest >= lowest && low < high)
            yield return new Problem("CBS0209", "variation.d2d", "the windows of some devices would cross: at "
                + $"{Reach(spread)} gmin reaches {Text(highest)} and gmax falls to "
                + $"{Text(Math.Max(0, lowest))}");
    }

    private static Problem? Check(DeviceOptions device, string key, SpreadOptions spread) => key switch
    {
        "gmin" or "gmax" when spread.IsAbsolute && !spread.Sigma!.Value.IsConductance =>
            Wrong($"{spread.Width} has no unit: an absolute spread of {key} is a conductance, such as 2 uS"),
        "gmin" or "gmax" => null,
        _ when spread.Sigma!.Value.IsConductance => Wrong($"{key} is no conductance: give a number"),
        "gain" => Limited(spread, 1, 1),
        "step" when spread.IsAbsolute && double.IsNaN(device.StepValue) =>
            Wrong("this law has no step: give a share, of: nominal"),
        "step" => Limited(spread, device.StepValue, 1),
        _ when key != device.ShapeKey => new Problem("CBS0208", "",
            $"this device has no {key} that could differ; {Instead(device.ShapeKey)}"),
        _ => Limited(spread, device.ShapeValue(false), DeviceSpreadOptions.MostShape)
            ?? Limited(spread, device.ShapeValue(true), DeviceSpreadOptions.MostShape),
    };

    private static Problem? Limited(SpreadOptions spread, double nominal, double most)
    {
        if (!spread.IsAbsolute)
            return spread.Width <= most ? null : Wrong(FormattableString.Invariant($"{spread.Width} is outside 0 .. {most}"));
        if (nominal == 0)
            return Wrong("the nominal value is 0, which a device's own factor cannot change");
        var relative = spread.RelativeTo(nominal);
        return relative <= most ? null : Wrong(FormattableString.Invariant(
            $"{spread.Width} is {relative:G3} of the nominal {Math.Abs(nominal)}: at most {most} of it is possible"));
    }

    private static string Text(double siemens) => Quantity.Format(
        double.Parse(siemens.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), "S");

    private static Problem Wrong(string what) => new("CBS0245", "", what);

    private static (double Low, double High) Range(SpreadOptions? spread, double nominal) =>
        SpreadOptions.Differs(spread) ? spread!.Range(nominal) : (nominal, nominal);

    private static string Reach(DeviceSpreadOptions spread) =>
        spread.Gmin?.Distribution == SpreadDistribution.Truncated || spread.Gmax?.Distribution == SpreadDistribution.Truncated
            ? "the ends of their distributions"
            : FormattableString.Invariant($"{SpreadOptions.DeviateCut} sigma");

    private static string Instead(string? key) =>
        key is null ? "its law has no one parameter of shape" : $"of its shape, {key} can";
}
