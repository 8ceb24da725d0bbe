using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Simulator.Runs;

/// <summary>What a run came to.</summary>
/// <param name="Paths">Its files.</param>
/// <param name="Summary">Its figures.</param>
/// <param name="Pictures">Its pictures, PNG.</param>
/// <param name="Rows">Its epochs.</param>
/// <param name="Ageing">Test accuracy some time after training; may be empty.</param>
/// <param name="Finished">Whether all epochs were trained.</param>
/// <param name="Warning">What its result suffers from; null: nothing that was noticed.</param>
internal sealed record RunOutcome(
    RunPaths Paths,
    RunSummary Summary,
    IReadOnlyList<string> Pictures,
    IReadOnlyList<EpochRow> Rows,
    IReadOnlyList<AgeingRow> Ageing,
    bool Finished,
    Problem? Warning);
