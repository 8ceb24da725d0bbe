using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Fitting.Noise;
using CrossbarSim.Experiments.Fitting.Reading;

namespace CrossbarSim.Experiments.Fitting;

/// <summary>What came out of a measured file.</summary>
/// <param name="Measured">The file.</param>
/// <param name="Ranked">Every law, the best class of curves first.</param>
/// <param name="Chosen">The law that is written: the first, or the one that was asked for.</param>
/// <param name="Parameters">Its parameters: of several devices, with intervals from how these differ.</param>
/// <param name="Noise">Noise of its pulses; null: nothing to estimate it from.</param>
/// <param name="Devices">It at each device; empty where there is only one.</param>
/// <param name="Spreads">How its parameters differ between devices; empty below three devices.</param>
/// <param name="Device">The device file.</param>
/// <param name="LeftOut">What was measured but is not allowed in a device file.</param>
public sealed record FitResult(
    Measurements Measured,
    IReadOnlyList<RankedFit> Ranked,
    RankedFit Chosen,
    IReadOnlyList<FittedParameter> Parameters,
    CycleNoise? Noise,
    IReadOnlyList<DeviceFit> Devices,
    IReadOnlyList<ParameterSpread> Spreads,
    DeviceOptions Device,
    IReadOnlyList<string> LeftOut);
