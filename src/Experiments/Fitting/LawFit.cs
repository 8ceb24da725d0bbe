using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>A law fitted to a sweep.</summary>
/// <param name="law">Name of the law in a device file.</param>
/// <param name="device">The device.</param>
/// <param name="quality">How well it fits.</param>
/// <param name="siemens">The fitted conductance at each point of the sweep, siemens.</param>
/// <param name="refit">Fits the same law, written the same way, to another sweep.</param>
/// <param name="intervals">Finds the intervals, which takes longer than the fit.</param>
public sealed class LawFit(
    string law,
    DeviceOptions device,
    FitQuality quality,
    IReadOnlyList<double> siemens,
    Func<string, Sweep, DeviceFit?> refit,
    Func<IReadOnlyList<FittedParameter>> intervals)
{
    private readonly Lazy<IReadOnlyList<FittedParameter>> _parameters = new(intervals);

    /// <summary>Name of the law in a device file.</summary>
    public string Law { get; } = law;

    /// <summary>The device: its law, its window, no variation.</summary>
    public DeviceOptions Device { get; } = device;

    /// <summary>How well it fits.</summary>
    public FitQuality Quality { get; } = quality;

    /// <summary>The fitted conductance at each point of the sweep, siemens.</summary>
    public IReadOnlyList<double> Siemens { get; } = siemens;

    /// <summary>Window and parameters with their intervals, in the order of a device file.</summary>
    public IReadOnlyList<FittedParameter> Parameters => _parameters.Value;

    /// <summary>The same law at one device.</summary>
    /// <param name="device">Name of the device.</param>
    /// <param name="sweep">Its sweep.</param>
    /// <returns>The fit, or null where there is none.</returns>
    public DeviceFit? At(string device, Sweep sweep) => refit(device, sweep);
}
