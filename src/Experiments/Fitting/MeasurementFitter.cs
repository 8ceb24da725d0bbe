using CrossbarSim.Experiments.Fitting.Noise;
using CrossbarSim.Experiments.Fitting.Reading;
using MathNet.Numerics.Distributions;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>From measured sweeps to a device: laws, ranking, noise, spread.</summary>
/// <param name="measured">The measured file.</param>
/// <param name="name">Name of the device.</param>
/// <param name="progress">Told how far it is; null: nobody.</param>
/// <param name="cancel">Stops it.</param>
public sealed class MeasurementFitter(
    Measurements measured, string name, IProgress<FitProgress>? progress = null, CancellationToken cancel = default)
{
    private const double Confidence = 0.975;

    /// <summary>Runs it.</summary>
    /// <param name="law">The law to write; null: the best.</param>
    /// <returns>The result, or null where that law has no device for these sweeps.</returns>
    public FitResult? Run(string? law = null)
    {
        var ranked = LawFitter.FitAll(measured.Sweep, Independence.Of(measured), share => Tell("laws", share));
        if ((law is null ? ranked[0] : ranked.FirstOrDefault(r => r.Fit.Law == law)) is not { } chosen) return null;
        var fits = AtDevices(chosen.Fit);
        IReadOnlyList<DeviceFit> devices = measured.Devices.Count < 2 ? [] : [.. fits.Select(pair => pair.Fit)];
        var noise = CycleNoise.Of(fits.SelectMany(pair => Residuals(pair.Device, pair.Fit)));
        var spreads = Spreads(devices);
        var parameters = OfDevices(chosen.Fit.Parameters, spreads);
        var (device, leftOut) = MeasuredDevice.Of(chosen.Fit, parameters, noise, spreads, name, Provenance(chosen.Fit));
        return new FitResult(measured, ranked, chosen, parameters, noise, devices, spreads, device, leftOut);
    }

    private static IEnumerable<PulseResidual> Residuals(DeviceSweeps device, DeviceFit fit)
    {
        var curve = device.Sweep.Points.Zip(fit.Siemens).ToDictionary(
            pair => (pair.First.IsDepression, pair.First.Pulse), pair => pair.Second);
        var window = fit.Parameters[1].Value - fit.Parameters[0].Value;
        return PulseResiduals.Of(device, (depression, n) => curve.GetValueOrDefault((depression, n), double.NaN), window);
    }

    private static IReadOnlyList<ParameterSpread> Spreads(IReadOnlyList<DeviceFit> devices) =>
        devices.Count < ParameterSpread.FewestDevices
            ? []
            : [.. devices[0].Parameters.Select((parameter, i) => ParameterSpread.Of(
                parameter.Key, [.. devices.Select(d => (d.Parameters[i].Value, d.Parameters[i].Error))]))];

    // Several devices say themselves how sure their mean is: Student's t of as many values.
    private static IReadOnlyList<FittedParameter> OfDevices(
        IReadOnlyList<FittedParameter> parameters, IReadOnlyList<ParameterSpread> spreads) =>
        spreads.Count == 0 ? parameters : [.. parameters.Zip(spreads, OfDevices)];

    private static FittedParameter OfDevices(FittedParameter parameter, ParameterSpread spread)
    {
        var half = StudentT.InvCDF(0, 1, spread.Devices - 1, Confidence) * spread.MeanError;
        return parameter.IsAtBound
            ? parameter
            : parameter with { Low = parameter.Value - half, High = parameter.Value + half };
    }

    private List<(DeviceSweeps Device, DeviceFit Fit)> AtDevices(LawFit law)
    {
        List<(DeviceSweeps, DeviceFit)> fits = [];
        foreach (var (index, device) in measured.Devices.Index())
        {
            if (law.At(device.Name, device.Sweep) is { } fit) fits.Add((device, fit));
            Tell("devices", (index + 1.0) / measured.Devices.Count);
        }

        return fits;
    }

    private void Tell(string stage, double share)
    {
        cancel.ThrowIfCancellationRequested();
        progress?.Report(new FitProgress(stage, share));
    }

    private string Provenance(LawFit fit) => FormattableString.Invariant(
        $"{fit.Law} by weighted least squares to {measured.File} ({Counted.Of(measured)}): ")
        + FormattableString.Invariant($"RMSE {100 * fit.Quality.RmseOfWindow:G3} % of the window, R2 {fit.Quality.R2:F5}");
}
