using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Training;

/// <summary>Experiments that train together, as replicas on one engine, each with results of its own.</summary>
public sealed class ReplicaSetup
{
    /// <summary>Puts runs together.</summary>
    /// <param name="runs">The runs, at least one, all on the same data.</param>
    /// <exception cref="ConfigurationException">They differ in what replicas share (CBS0314).</exception>
    public ReplicaSetup(IReadOnlyList<RunSetup> runs)
    {
        Experiments = [.. runs.Select(run => run.Options)];
        var differences = SharedOptions.Differences(Experiments).ToList();
        if (differences.Count > 0) throw new ConfigurationException(differences);
        Runs = runs;
        Plan = runs[0].Plan with { Replicas = [.. runs.SelectMany(run => run.Plan.Replicas)] };
    }

    /// <summary>The experiments, in the order of the replicas.</summary>
    public IReadOnlyList<ExperimentOptions> Experiments { get; }

    /// <summary>The experiments with their data, in the order of the replicas.</summary>
    public IReadOnlyList<RunSetup> Runs { get; }

    /// <summary>What the engine of all is made from.</summary>
    public EnginePlan Plan { get; }

    /// <summary>Makes an engine whose replicas are in their first states.</summary>
    /// <param name="backend">Where to compute.</param>
    public IEngine Start(IBackend backend)
    {
        var engine = backend.CreateEngine(Plan);
        for (var replica = 0; replica < Runs.Count; replica++) engine.WriteState(replica, Runs[replica].FirstState());
        return engine;
    }
}
