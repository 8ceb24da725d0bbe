namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary><c>slurm/state.json</c> of a sweep folder: what was submitted, so that any process can watch it.</summary>
/// <param name="Plan">Identity of the plan that it is of.</param>
/// <param name="Shards">Shards of the plan.</param>
/// <param name="Sbatch">Options of <c>sbatch</c>.</param>
/// <param name="Arguments">What else a task's <c>sweep shard</c> is given.</param>
/// <param name="Submissions">The job arrays, the latest last.</param>
internal sealed record SlurmState(
    string Plan, int Shards, IReadOnlyList<string> Sbatch, IReadOnlyList<string> Arguments,
    IReadOnlyList<SlurmState.Submission> Submissions)
{
    /// <summary>Reads the state of a sweep.</summary>
    /// <param name="folder">The sweep.</param>
    /// <returns>Null: this plan was never submitted.</returns>
    public static SlurmState? Of(SweepFolder folder)
    {
        var path = SlurmFiles.State(folder);
        if (!File.Exists(path)) return null;
        var state = PlanFile.Read<SlurmState>(path, "the state of an array of Slurm");
        return state.Plan == folder.File.Identity ? state : null;
    }

    /// <summary>The latest array that a shard was submitted in; null: none.</summary>
    /// <param name="shard">The shard.</param>
    public string? JobOf(int shard) => Submissions.LastOrDefault(submission => submission.Shards.Contains(shard))?.Job;

    /// <summary>A job array.</summary>
    /// <param name="Job">Its number.</param>
    /// <param name="Shards">Its tasks.</param>
    internal sealed record Submission(string Job, IReadOnlyList<int> Shards);
}
