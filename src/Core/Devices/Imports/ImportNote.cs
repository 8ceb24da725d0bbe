namespace CrossbarSim.Core.Devices.Imports;

/// <summary>A field of another program that does not become a number of the device.</summary>
/// <param name="Field">Its name there.</param>
/// <param name="Reason">Why, and what was done instead.</param>
public sealed record ImportNote(string Field, string Reason);
