using System.Globalization;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;
using CrossbarSim.Core.Units;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>Adds the variation of an imported device piece by piece; what a device cannot have is left out and told.</summary>
/// <param name="fields">Where it is told.</param>
internal sealed class ImportedSpread(ForeignParameters fields)
{
    private const int Digits = 4;

    // In sigma: beyond lies one device in 22.
    private const double MostCut = 2;

    /// <summary>The noise of a pulse, in its range; null: none, or left out.</summary>
    /// <param name="field">The field that it comes from.</param>
    /// <param name="sigma">Standard deviation.</param>
    /// <param name="of">Of what.</param>
    public CycleNoiseOptions? Noise(string field, double sigma, NoiseReference of)
    {
        var most = of == NoiseReference.Window ? CycleNoiseOptions.MostOfWindow : 10;
        if (sigma >= 0 && sigma <= most) return sigma == 0 ? null : new CycleNoiseOptions { Sigma = sigma, Of = of };
        fields.Note(field, Invariant($"noise of {sigma:G4} of the {OptionNames.Value($"{of}")} is outside 0 .. {most}"));
        return null;
    }

    /// <summary>Gives a device some spread, unless it then is none.</summary>
    /// <param name="device">The device.</param>
    /// <param name="field">The field that the spread comes from.</param>
    /// <param name="add">Adds it.</param>
    public DeviceOptions With(DeviceOptions device, string field, Func<DeviceSpreadOptions, DeviceSpreadOptions> add)
    {
        var variation = device.Variation ?? new VariationOptions();
        var before = variation.D2d ?? new DeviceSpreadOptions();
        var spread = add(before);
        if (spread == before) return device;
        var changed = device with { Variation = variation with { D2d = spread } };
        if (Refusal(changed, spread) is not { } reason) return changed;
        fields.Note(field, reason);
        return device;
    }

    /// <summary>A standard deviation in as many digits as are worth keeping.</summary>
    public static double Rounded(double sigma) =>
        double.Parse(sigma.ToString($"G{Digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A relative normal spread in as many digits; null: none.</summary>
    public static SpreadOptions? Of(double sigma) => sigma == 0 ? null : Rounded(sigma);

    /// <summary>Gives a device a spread of its window; where windows would cross, cut so that they do not.</summary>
    /// <param name="device">The device.</param>
    /// <param name="field">The field that the spread comes from.</param>
    /// <param name="low">Spread of gmin, in siemens; null: none.</param>
    /// <param name="high">Spread of gmax, in siemens; null: none.</param>
    public DeviceOptions WithWindows(DeviceOptions device, string field, SpreadOptions? low, SpreadOptions? high)
    {
        var (gmin, gmax) = (device.Window.Gmin, device.Window.Gmax);
        var width = Siemens(low) + Siemens(high);
        if (gmin + SpreadOptions.DeviateCut * Siemens(low) < gmax - SpreadOptions.DeviateCut * Siemens(high))
            return With(device, field, before => before with { Gmin = Relative(low, gmin), Gmax = Relative(high, gmax) });

        // Rounded down, so that a little of every window is left.
        var cut = Math.Min(MostCut, Math.Ceiling(10 * (gmax - gmin) / width - 1) / 10);
        fields.Note(field, Invariant($"the bounds are cut at {cut} sigma, or windows would cross"));
        return With(device, field, before => before with { Gmin = Truncated(low, cut), Gmax = Truncated(high, cut) });
    }

    private static double Siemens(SpreadOptions? spread) => spread?.Sigma?.Value ?? 0;

    private static SpreadOptions? Relative(SpreadOptions? spread, double nominal) =>
        nominal == 0 ? null : Of(Siemens(spread) / nominal);

    private static SpreadOptions? Truncated(SpreadOptions? spread, double cut) => spread is null ? null : spread with
    {
        Sigma = new RatioOrConductance(Rounded(Siemens(spread)), IsConductance: true),
        Distribution = SpreadDistribution.Truncated,
        Cut = cut,
    };

    private static string? Refusal(DeviceOptions device, DeviceSpreadOptions spread)
    {
        foreach (var (_, one) in spread.All)
            if (one?.Check().FirstOrDefault() is { } problem) return problem.Message;
        return ((IChecked)device).Check().FirstOrDefault(p => p.Severity == Severity.Error && p.Path.Contains("d2d"))?.Message;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
