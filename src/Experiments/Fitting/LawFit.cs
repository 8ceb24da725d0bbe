using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>A law fitted to a sweep.</summary>
/// <param name="Law">Name of the law in a device file.</param>
/// <param name="Device">The device: its law, its window, no variation.</param>
/// <param name="Parameters">Window and parameters, in the order of a device file.</param>
/// <param name="Quality">How well it fits.</param>
/// <param name="Siemens">The fitted conductance at each point of the sweep, siemens.</param>
public sealed record LawFit(
    string Law,
    DeviceOptions Device,
    IReadOnlyList<FittedParameter> Parameters,
    FitQuality Quality,
    IReadOnlyList<double> Siemens);
