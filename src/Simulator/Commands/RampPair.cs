using CrossbarSim.Core.Devices;

namespace CrossbarSim.Simulator.Commands;

/// <summary>How a property of pulses grows in both directions.</summary>
/// <param name="Rising">Of rising pulses.</param>
/// <param name="Falling">Of falling pulses.</param>
internal sealed record RampPair(Ramp Rising, Ramp Falling);
