namespace CrossbarSim.Experiments.Fitting.Noise;

/// <summary>How a parameter differs from device to device.</summary>
/// <param name="Key">Path in the device file.</param>
/// <param name="Mean">Mean over the devices.</param>
/// <param name="Deviation">Standard deviation over the devices, without what is only the error of each fit.</param>
/// <param name="MeanError">Standard error of the mean, from how the fitted values scatter.</param>
/// <param name="Devices">How many devices.</param>
public sealed record ParameterSpread(string Key, double Mean, double Deviation, double MeanError, int Devices)
{
    /// <summary>Fewer devices have no spread worth the name.</summary>
    public const int FewestDevices = 3;

    /// <summary>The deviation as a share of the mean.</summary>
    public double Relative => Deviation == 0 ? 0 : Deviation / Math.Abs(Mean);

    /// <summary>The spread of one parameter.</summary>
    /// <param name="key">Path in the device file.</param>
    /// <param name="devices">Value and standard error of each device.</param>
    internal static ParameterSpread Of(string key, IReadOnlyList<(double Value, double Error)> devices)
    {
        var mean = devices.Average(d => d.Value);
        var variance = devices.Sum(d => (d.Value - mean) * (d.Value - mean)) / (devices.Count - 1);
        var ofFits = devices.Average(d => double.IsFinite(d.Error) ? d.Error * d.Error : 0);
        return new ParameterSpread(
            key, mean, Math.Sqrt(Math.Max(0, variance - ofFits)), Math.Sqrt(variance / devices.Count), devices.Count);
    }
}
