using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Sweeps;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Simulator.Sweeping.Shards;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>
/// The folder of a sweep: its plan, the journals of its finished points in a folder of that plan, and the tables, which follow
/// from both.
/// </summary>
internal sealed class SweepFolder
{
    private const string JournalFolder = "journals";

    private SweepFolder(string path, PlanFile file, SweepPlan plan) => (Path, File, Plan) = (path, file, plan);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The plan, as it is kept.</summary>
    public PlanFile File { get; }

    /// <summary>The plan.</summary>
    public SweepPlan Plan { get; }

    /// <summary>The columns of its tables.</summary>
    public SweepColumns Columns => new(Plan.Keys, Plan.Values, Plan.Keys.Contains("seed") ? null : Plan.Experiment.Seed);

    private string Journals => JournalsOf(File);

    /// <summary>Starts a sweep in a folder that holds none.</summary>
    /// <param name="path">The folder; created.</param>
    /// <param name="file">The plan.</param>
    /// <param name="plan">The same, loaded.</param>
    /// <exception cref="ConfigurationException">The folder holds a sweep.</exception>
    public static SweepFolder Create(string path, PlanFile file, SweepPlan plan)
    {
        if (Holds(path))
            throw Refusal("CBS0521", "out", $"{path} already holds a sweep: go on with it with --resume, add to it with "
                + "--extend, or choose another folder with --out");
        using var created = OutputFolder.Open(path, "out");
        return new SweepFolder(path, file, plan).Begin();
    }

    /// <summary>Opens a sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="key">Path of the problem: the option or argument that named the folder.</param>
    /// <exception cref="ConfigurationException">It holds no sweep.</exception>
    public static SweepFolder Open(string path, string key)
    {
        if (!Holds(path)) throw Refusal("CBS0523", key, $"{path} holds no sweep: there is no plan.json in it");
        var file = PlanFile.Read(PlanOf(path));
        return new SweepFolder(path, file, file.Load());
    }

    /// <summary>Keeps other processes from writing the folder until it is disposed.</summary>
    /// <param name="key">Path of the problem: the option that named the folder.</param>
    public RunLock Lock(string key) => RunLock.Take(Path, key);

    /// <summary>The process that writes the folder, in words; null: none does.</summary>
    public string? Holder => RunLock.HolderOf(Path);

    /// <summary>A file of the folder.</summary>
    /// <param name="name">Its name.</param>
    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>A journal of this plan.</summary>
    /// <param name="name">Its name, such as <c>local</c> or that of a shard.</param>
    public string Journal(string name) => System.IO.Path.Combine(Journals, name + ".journal");

    /// <summary>The finished points, over all journals of this plan.</summary>
    public JournalIndex Finished()
    {
        var index = new JournalIndex();
        if (!Directory.Exists(Journals)) return index;
        foreach (var journal in JournalFiles()) index.Add(journal);
        return index;
    }

    /// <summary>Removes the journals of attempts at shards that are finished.</summary>
    public void RemoveAttempts() => ShardFiles.RemoveAttempts(Journals);

    /// <summary>The journals of this plan, the whole ones first; those of attempts at shards may still grow.</summary>
    public IEnumerable<string> JournalFiles() =>
    [
        .. Directory.GetFiles(Journals, "*.journal").Order(StringComparer.Ordinal),
        .. Directory.GetFiles(Journals, $"*{ShardFiles.AttemptEnding}").Order(StringComparer.Ordinal),
    ];

    /// <summary>Refuses to go on where the folder was begun with another plan or version.</summary>
    /// <param name="file">The plan to go on with.</param>
    /// <exception cref="ConfigurationException">They differ.</exception>
    public void Require(PlanFile file)
    {
        if (File.Difference(file) is { } difference)
            throw Refusal("CBS1111", "resume", $"{Path} holds another plan: {difference}. Resume it with that, take its points "
                + "over into this plan with --extend, or choose another folder with --out");
    }

    /// <summary>
    /// Takes another plan for the folder: its points that are finished are kept by their identity. Until the plan itself is
    /// replaced, the last step, the folder is as it was.
    /// </summary>
    /// <param name="file">The plan.</param>
    /// <param name="plan">The same, loaded.</param>
    /// <returns>The folder with that plan, and how many points it keeps.</returns>
    public (SweepFolder Folder, int Kept) Extend(PlanFile file, SweepPlan plan)
    {
        if (File.Identity == file.Identity) return (this, Finished().Count);
        var (before, extended) = (Finished(), new SweepFolder(Path, file, plan));
        var known = before.Identities();
        List<(long New, long Old)> kept =
        [
            .. from index in plan.Indexes(0, plan.Size)
               let old = known.GetValueOrDefault(plan.Resolve(index).Identity, -1)
               where old >= 0
               select (index, old),
        ];
        Directory.CreateDirectory(extended.Journals);
        Experiments.Sweeps.Journals.Journal.WriteWhole(extended.Journal("kept"),
            before.Of(kept.Select(pair => pair.Old)).Zip(kept, (record, pair) => record with { Index = pair.New }));
        extended.Begin();
        foreach (var other in Directory.GetDirectories(At(JournalFolder)).Where(other => other != extended.Journals))
            Directory.Delete(other, recursive: true);
        return (extended, kept.Count);
    }

    private SweepFolder Begin()
    {
        Directory.CreateDirectory(Journals);
        File.Write(PlanOf(Path));
        return this;
    }

    private string JournalsOf(PlanFile file) => System.IO.Path.Combine(Path, JournalFolder, file.Identity);

    private static string PlanOf(string folder) => System.IO.Path.Combine(folder, "plan.json");

    private static bool Holds(string folder) => System.IO.File.Exists(PlanOf(folder));

    private static ConfigurationException Refusal(string code, string key, string message) =>
        new(new Problem(code, key, message));
}
