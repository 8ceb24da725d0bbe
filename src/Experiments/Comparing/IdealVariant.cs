using CrossbarSim.Core.Devices;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>A device of which one parameter is ideal.</summary>
/// <param name="Parameter">Which: nonlinearity, asymmetry, states, or a section under variation.</param>
/// <param name="Layers">The device of every layer, or one for each.</param>
public sealed record IdealVariant(string Parameter, IReadOnlyList<DeviceOptions> Layers);
