using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices.Variation;

/// <summary>What must agree between a device's variation and its law.</summary>
internal static class VariationChecks
{
    public static IEnumerable<Problem> Check(DeviceOptions device)
    {
        if (device.Variation?.D2d is not { } spread) yield break;
        foreach (var (key, sigma) in spread.Shapes)
            if (sigma > 0 && key != device.ShapeKey)
                yield return new Problem("CBS0208", $"variation.d2d.{key}",
                    $"this device has no {key} that could differ; {Instead(device.ShapeKey)}");
        var (low, high) = (device.Window.Gmin, device.Window.Gmax);
        var (highest, lowest) = (low * (1 + DevicePopulation.Cut * spread.Gmin), high * (1 - DevicePopulation.Cut * spread.Gmax));
        if (highest >= lowest && low < high)
            yield return new Problem("CBS0209", "variation.d2d", "the windows of some devices would cross: at "
                + $"{DevicePopulation.Cut} sigma gmin reaches {Quantity.Format(highest, "S")} and gmax falls to "
                + $"{Quantity.Format(Math.Max(0, lowest), "S")}");
    }

    private static string Instead(string? key) =>
        key is null ? "its law has no one parameter of shape" : $"of its shape, {key} can";
}
