namespace CrossbarSim.Validation.Fuzz;

/// <summary>What the cases of one reader came to.</summary>
/// <param name="Target">The reader.</param>
/// <param name="Cases">Files read.</param>
/// <param name="Accepted">Files that were still valid.</param>
/// <param name="Refused">Files refused with an answer.</param>
/// <param name="SlowestSeconds">The slowest file.</param>
/// <param name="Failures">Cases that ended in any other way: number and what happened.</param>
internal sealed record FuzzReport(
    string Target, int Cases, int Accepted, int Refused, double SlowestSeconds, IReadOnlyList<string> Failures);
