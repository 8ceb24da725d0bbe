using System.Globalization;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Options;
using CrossbarSim.Core.Problems;

namespace CrossbarSim.Core.Devices.Imports;

/// <summary>Adds the variation of an imported device piece by piece; what a device cannot have is left out and told.</summary>
/// <param name="fields">Where it is told.</param>
internal sealed class ImportedSpread(ForeignParameters fields)
{
    private const int Digits = 4;

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

    private static string? Refusal(DeviceOptions device, DeviceSpreadOptions spread)
    {
        foreach (var (_, one) in spread.All)
            if (one?.Check().FirstOrDefault() is { } problem) return problem.Message;
        return ((IChecked)device).Check().FirstOrDefault(p => p.Severity == Severity.Error && p.Path.Contains("d2d"))?.Message;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
