namespace CrossbarSim.Experiments.Fitting;

/// <summary>The chosen law at one device.</summary>
/// <param name="Device">Name of the device; empty where the file has none.</param>
/// <param name="Parameters">Window and parameters, with their standard errors; NaN where the data do not say.</param>
/// <param name="Quality">How well it fits.</param>
/// <param name="Siemens">The fitted conductance at each point of the device's sweep, siemens.</param>
public sealed record DeviceFit(
    string Device, IReadOnlyList<(string Key, double Value, double Error)> Parameters, FitQuality Quality,
    IReadOnlyList<double> Siemens);
