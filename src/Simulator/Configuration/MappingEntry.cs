namespace CrossbarSim.Simulator.Configuration;

/// <summary>One key of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeyAt">Where the key was written.</param>
/// <param name="Value">Its value.</param>
internal sealed record MappingEntry(string Key, Location KeyAt, LocatedNode Value);
