namespace CrossbarSim.Kernels.Devices;

/// <summary>What a pulse did.</summary>
/// <param name="Code">State of the device afterwards (see <see cref="Core.Devices.DevicePosition"/>).</param>
/// <param name="Fired">1: it was fired; 0: it was refused, the device stood at the end.</param>
internal readonly record struct FiredPulse(int Code, int Fired);
