namespace CrossbarSim.Simulator.Configuration;

/// <summary>A key of an experiment and the value that it gets from elsewhere.</summary>
/// <param name="Path">Dotted path of the key.</param>
/// <param name="PathAt">Where the path was written; problems of the path are located there.</param>
/// <param name="Value">The value, which knows where it was written itself.</param>
internal sealed record KeySetting(string Path, Location PathAt, LocatedNode Value);
