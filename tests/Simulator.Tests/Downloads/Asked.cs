namespace CrossbarSim.Simulator.Tests.Downloads;

/// <summary>A request that the test server got.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Nth">How many requests for it came before.</param>
/// <param name="From">First byte asked for; null: all.</param>
/// <param name="Condition">Tag of the version for which the range is meant.</param>
internal sealed record Asked(string File, int Nth, long? From, string? Condition);
