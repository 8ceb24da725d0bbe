using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Simulator.Sweeping.Shards;

namespace CrossbarSim.Simulator.Sweeping.Slurm;

/// <summary>The shards of a sweep that are not finished, and the tasks that work on them.</summary>
internal sealed class SlurmArray
{
    // A shard that gets nowhere is not tried for ever: the node, or the shard itself, may be broken.
    private const int MostAttempts = 3;

    // A shared file system may show a new name late.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private readonly SweepFolder _folder;
    private readonly List<int> _open;
    private readonly Dictionary<int, FailedShard> _failed = [];
    private readonly Dictionary<int, int> _attempts = [];
    private readonly Dictionary<int, long> _completed = [];
    private readonly HashSet<int> _moved = [];
    private SlurmState _state;

    /// <summary>Finds the shards that are not finished.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="state">What was submitted.</param>
    /// <param name="finished">Points that are finished.</param>
    public SlurmArray(SweepFolder folder, SlurmState state, JournalIndex finished)
    {
        (_folder, _state) = (folder, state);
        _open = [.. ShardRange.All(folder.Plan.Size, state.Shards)
            .Where(shard => folder.Plan.Indexes(shard.From, shard.To).Any(index => !finished.Has(index)))
            .Select(shard => shard.Number).Where(shard => !IsFinished(shard))];
    }

    /// <summary>The shards that failed.</summary>
    public IReadOnlyList<FailedShard> Failed => [.. _failed.Values.OrderBy(failed => failed.Shard)];

    /// <summary>Whether nothing is to be waited for.</summary>
    public bool Over
    {
        get
        {
            _open.RemoveAll(IsFinished);
            return _open.Count == _failed.Count;
        }
    }

    /// <summary>Submits the shards that no task works on.</summary>
    public void SubmitIdle()
    {
        var tasks = Tasks() ?? throw new ConfigurationException(new Problem("CBS1122", "engine",
            "the controller of Slurm does not answer squeue: try again when it does; nothing was submitted"));
        Submit([.. _open.Where(shard => !Task(tasks, shard).Active)]);
    }

    /// <summary>Submits the shards of lost tasks again, and notes those that failed.</summary>
    public void Mend()
    {
        if (Tasks() is not { } tasks) return;
        List<int> again = [];
        foreach (var shard in _open.Where(shard => !_failed.ContainsKey(shard) && !IsFinished(shard)))
        {
            var task = Task(tasks, shard);
            if (task.Active || IsLate(shard, task)) continue;
            if (task.Lost && MayTry(shard, task)) again.Add(shard);
            else _failed[shard] = new FailedShard(shard, _state.JobOf(shard) ?? "", task);
        }

        Submit(again);
    }

    /// <summary>Notes which shards get on.</summary>
    /// <param name="records">New points.</param>
    public void Count(IEnumerable<PointRecord> records)
    {
        foreach (var record in records) _moved.Add(ShardRange.Of(record.Index, _folder.Plan.Size, _state.Shards));
    }

    /// <summary>How many tasks are in each state; null: the controller does not answer.</summary>
    public IReadOnlyDictionary<string, int>? States() => Tasks() is not { } tasks ? null : _open
        .GroupBy(shard => Task(tasks, shard).StateName, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Count());

    /// <summary>The shards that no task works on, and none has finished.</summary>
    public IReadOnlyList<FailedShard> Idle() => Tasks() is not { } tasks ? [] :
        [.. _open.Where(shard => !Task(tasks, shard).Active)
            .Select(shard => new FailedShard(shard, _state.JobOf(shard) ?? "", Task(tasks, shard)))];

    /// <summary>What is under way, in words.</summary>
    public string Words() => FormattableString.Invariant(
        $"{_open.Count} of {_state.Shards} shards are not finished, in job {string.Join(", ", Jobs())}");

    private string[] Jobs() => [.. _open.Select(_state.JobOf).OfType<string>().Distinct()];

    private IReadOnlyDictionary<(string Job, int Task), SlurmTask>? Tasks() =>
        Jobs() is { Length: > 0 } jobs ? SlurmClient.Tasks(jobs) : new Dictionary<(string, int), SlurmTask>();

    private SlurmTask Task(IReadOnlyDictionary<(string Job, int Task), SlurmTask> tasks, int shard) =>
        tasks.GetValueOrDefault((_state.JobOf(shard) ?? "", shard), SlurmTask.Unknown);

    private bool IsFinished(int shard) => File.Exists(_folder.Journal(ShardFiles.Name(shard)));

    private bool IsLate(int shard, SlurmTask task)
    {
        if (task.State != "COMPLETED") return false;
        var since = _completed.TryGetValue(shard, out var seen) ? seen : _completed[shard] = TimeProvider.System.GetTimestamp();
        return TimeProvider.System.GetElapsedTime(since) < Grace;
    }

    // A shard that got on since it was submitted has all its attempts again; one that ran out of time without is hopeless.
    private bool MayTry(int shard, SlurmTask task)
    {
        if (_moved.Remove(shard)) _attempts.Remove(shard);
        else if (task.State == "TIMEOUT") return false;
        _attempts[shard] = _attempts.GetValueOrDefault(shard) + 1;
        return _attempts[shard] < MostAttempts;
    }

    private void Submit(List<int> shards)
    {
        if (shards.Count == 0) return;
        foreach (var shard in shards) _completed.Remove(shard);
        var job = SlurmClient.Submit(SlurmFiles.Script(_folder), shards);
        _state = _state with { Submissions = [.. _state.Submissions, new SlurmState.Submission(job, shards)] };
        SlurmFiles.Write(_folder, _state);
    }
}
