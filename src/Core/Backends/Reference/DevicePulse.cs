namespace CrossbarSim.Core.Backends.Reference;

/// <summary>One pulse asked of one device.</summary>
/// <param name="Device">Device of the layer, from 0.</param>
/// <param name="Rising">Potentiation, else depression.</param>
public readonly record struct DevicePulse(int Device, bool Rising);
