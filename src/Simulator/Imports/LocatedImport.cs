using CrossbarSim.Core.Devices;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Imports;

/// <summary>A device that was imported.</summary>
/// <param name="Yaml">Its file.</param>
/// <param name="Device">The device.</param>
/// <param name="Notes">Warnings: what of the parameters is not in it.</param>
internal sealed record LocatedImport(string Yaml, DeviceOptions Device, IReadOnlyList<LocatedProblem> Notes);
