namespace CrossbarSim.Experiments.Comparing;

/// <summary>What a parameter of a device costs: a row of <c>sensitivity.csv</c>.</summary>
/// <param name="Device">The device.</param>
/// <param name="Parameter">The parameter that was made ideal, alone.</param>
/// <param name="Accuracy">Test accuracy with it ideal, 0 .. 1.</param>
/// <param name="Gain">What that is above the device's own, seed by seed; below 0 where the ideal is worse.</param>
/// <param name="AdjustedP">P-value of the gain, adjusted for the device's number of parameters (Holm); null: one seed.</param>
public sealed record SensitivityRow(
    string Device, string Parameter, SeedInterval Accuracy, PairedDifference Gain, double? AdjustedP)
{
    /// <summary>Every variant beside its device, in the order of the plan.</summary>
    /// <param name="devices">Devices and variants.</param>
    public static IReadOnlyList<SensitivityRow> Of(IReadOnlyList<ComparedRuns> devices) =>
        [.. devices.SelectMany(device => Of(device, [.. devices.Where(v => v.Device.VariantOf == device.Device.Name)]))];

    private static IEnumerable<SensitivityRow> Of(ComparedRuns device, List<ComparedRuns> variants)
    {
        var gains = variants.Select(variant => PairedDifference.Of(variant.Accuracies, device.Accuracies)).ToList();
        var p = HolmAdjustment.Of([.. gains.Select(gain => gain.P).OfType<double>()]);
        return variants.Select((variant, i) => new SensitivityRow(
            device.Device.Name, variant.Device.Ideal!, SeedInterval.Of(variant.Accuracies), gains[i],
            p.Count == 0 ? null : p[i]));
    }
}
