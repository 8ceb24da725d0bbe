using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Configuration;

namespace CrossbarSim.Validation.Goals;

/// <summary>Trains one network with several seeds and keeps every epoch.</summary>
internal static class SeedRun
{
    /// <summary>Trains the network of a goal on the CPU, and prints what it came to.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="seeds">Seeds; null: as many as the goal has.</param>
    /// <param name="epochs">Epochs; null: as many as the experiment has.</param>
    public static AccuracyResult Train(AccuracyGoal goal, int? seeds = null, int? epochs = null)
    {
        var options = ExperimentLoader.Load($"configs/{goal.Config}.yaml", []).OrThrow();
        if (epochs is { } count) options = options with { Training = options.Training with { Epochs = count } };
        using IBackend backend = new CpuBackend();
        var result = new AccuracyResult(goal, Train(backend, DataOf(options), options, seeds ?? goal.Seeds));
        Console.WriteLine(result.Text);
        return result;
    }

    /// <summary>The data set of an experiment, as it is found on this machine.</summary>
    /// <param name="options">The experiment.</param>
    public static Dataset DataOf(ExperimentOptions options) =>
        new DatasetCatalog(DatasetFolders.OfThisMachine()).Load(options.Dataset);

    /// <summary>
    /// Trains one after another with all threads, the order of the samples too differing from seed to seed: for batches so
    /// large that several runs at once would need much memory.
    /// </summary>
    /// <param name="backend">Where to compute.</param>
    /// <param name="data">The data set.</param>
    /// <param name="options">The network.</param>
    /// <param name="seeds">K: seeds are 1 .. K.</param>
    /// <returns>The epochs of each seed.</returns>
    public static IReadOnlyList<IReadOnlyList<EpochRow>> TrainInTurn(
        IBackend backend, Dataset data, ExperimentOptions options, int seeds) =>
        [.. Seeds(options, seeds).Select(run => Together(backend, data,
            [run with { Dataset = run.Dataset with { OrderSeed = run.Seed } }])[0])];

    // Seeds are replicas on one engine: they see the same mini-batches.
    private static IReadOnlyList<EpochRow>[] Train(IBackend backend, Dataset data, ExperimentOptions options, int seeds) =>
        Together(backend, data, [.. Seeds(options, seeds)]);

    private static IEnumerable<ExperimentOptions> Seeds(ExperimentOptions options, int count) =>
        Enumerable.Range(1, count).Select(seed => options with { Seed = (ulong)seed });

    /// <summary>Trains experiments as replicas of one engine.</summary>
    /// <param name="backend">Where to compute.</param>
    /// <param name="data">The data set of all.</param>
    /// <param name="experiments">The experiments.</param>
    /// <returns>The epochs of each.</returns>
    public static IReadOnlyList<EpochRow>[] Together(
        IBackend backend, Dataset data, IReadOnlyList<ExperimentOptions> experiments)
    {
        var setup = new ReplicaSetup(RunSetup.All(experiments, data, Environment.ProcessorCount));
        using var engine = setup.Start(backend);
        var epochs = new Trainer(engine, setup.Experiments).Run(finished: -1).ToList();
        return [.. experiments.Select((_, replica) => epochs.Select(rows => rows[replica]).ToList())];
    }
}
