namespace CrossbarSim.Core.Devices.Imports;

/// <summary>A device from the parameters of another program.</summary>
/// <param name="Device">The device, with its source.</param>
/// <param name="Notes">What of the parameters is not in it.</param>
public sealed record ImportedDevice(DeviceOptions Device, IReadOnlyList<ImportNote> Notes);
