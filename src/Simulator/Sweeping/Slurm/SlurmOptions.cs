using CrossbarSim.Core.Problems;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>What the user asks of Slurm.</summary>
/// <param name="Shards">Tasks of the job array; null: as before, or <see cref="DefaultShards"/>.</param>
/// <param name="Sbatch">Options of <c>sbatch</c>: a key, or key and value.</param>
/// <param name="Arguments">What else a task's <c>sweep shard</c> is given.</param>
internal sealed record SlurmOptions(int? Shards, IReadOnlyList<string> Sbatch, IReadOnlyList<string> Arguments)
{
    /// <summary>Tasks where the user names no number.</summary>
    public const int DefaultShards = 100;

    // What the script says itself; another value would take a task from its shard or its log.
    private static readonly string[] Taken =
    [
        "array", "output", "error", "open-mode", "parsable", "wait", "wrap", "test-only", "chdir",
        "no-requeue", "requeue", "export",
    ];

    /// <summary>Shards of a plan that was not submitted yet.</summary>
    /// <param name="size">Indexes of the plan.</param>
    public int Of(long size) => (int)Math.Min(Shards ?? DefaultShards, size);

    /// <summary>What is wrong with an option of <c>sbatch</c>; null: nothing is.</summary>
    /// <param name="word">Such as <c>account=physics</c>.</param>
    public static Problem? Check(string word)
    {
        var key = word.Split('=')[0];
        if (key.Length < 2 || !key.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') || key[0] == '-'
            || word.Any(char.IsControl))
            return new Problem("CBS1121", "sbatch",
                $"{Printable.Quoted(word)}: give KEY=VALUE, or KEY alone, with a long option of sbatch without its dashes, "
                + "such as account=physics");
        return Taken.Contains(key)
            ? new Problem("CBS1121", "sbatch", $"{Printable.Quoted(word)}: the sweep sets {key} itself")
            : null;
    }
}
