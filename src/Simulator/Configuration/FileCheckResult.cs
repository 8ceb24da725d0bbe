namespace CrossbarSim.Simulator.Configuration;

/// <summary>What checking files found.</summary>
/// <param name="Rendered">The problems as the user reads them.</param>
/// <param name="ExitCode">0 where there are no errors, else 3.</param>
internal sealed record FileCheckResult(IReadOnlyList<string> Rendered, int ExitCode);
