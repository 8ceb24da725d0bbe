namespace CrossbarSim.Simulator.Bench.Checks;

/// <summary>One comparison of a backend with <c>cpu</c>.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Devices">The devices.</param>
/// <param name="Compared">Numbers that were compared: states, accounts, weights, accumulators, moments.</param>
/// <param name="Different">Those that differ in any bit.</param>
internal sealed record CheckRow(string Backend, string Rule, string Devices, long Compared, long Different);
