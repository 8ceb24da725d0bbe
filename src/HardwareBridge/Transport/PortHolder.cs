namespace CrossbarSim.HardwareBridge.Transport;

/// <summary>A process that has a port.</summary>
/// <param name="Process">Its number; 0 where it is not known.</param>
/// <param name="Name">Its name.</param>
public sealed record PortHolder(int Process, string Name);
