using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;

namespace CrossbarSim.Validation.Seed;

/// <summary>Trains one network with several seeds and keeps every epoch.</summary>
internal static class SeedRun
{
    /// <summary>Trains with seeds 1 .. K; the order of the samples differs from seed to seed too.</summary>
    /// <param name="backend">Where to compute.</param>
    /// <param name="data">Real MNIST.</param>
    /// <param name="options">The network.</param>
    /// <param name="seeds">K.</param>
    /// <returns>The epochs of each seed.</returns>
    public static IReadOnlyList<IReadOnlyList<EpochRow>> Train(
        IBackend backend, Dataset data, ExperimentOptions options, int seeds)
    {
        var runs = new IReadOnlyList<EpochRow>[seeds];
        Parallel.For(0, seeds, i => runs[i] = TrainOne(backend, data, WithSeed(options, (ulong)i + 1), threads: 1));
        return runs;
    }

    /// <summary>As <see cref="Train(IBackend, Dataset, ExperimentOptions, int)"/>, one after another with all threads:
    /// for batches so large that several runs would need much memory.</summary>
    /// <inheritdoc cref="Train(IBackend, Dataset, ExperimentOptions, int)"/>
    public static IReadOnlyList<IReadOnlyList<EpochRow>> TrainInTurn(
        IBackend backend, Dataset data, ExperimentOptions options, int seeds) =>
        [.. Enumerable.Range(1, seeds).Select(seed =>
            TrainOne(backend, data, WithSeed(options, (ulong)seed), Environment.ProcessorCount))];

    private static List<EpochRow> TrainOne(IBackend backend, Dataset data, ExperimentOptions options, int threads)
    {
        var setup = new RunSetup(options, data, threads);
        using var engine = backend.CreateEngine(setup.Plan);
        engine.WriteState(setup.FirstState());
        var rule = UpdateRules.Create(options.Rule);
        return [.. new Trainer(engine, rule, options, data.Training.Count).Run(finished: -1)];
    }

    private static ExperimentOptions WithSeed(ExperimentOptions options, ulong seed) =>
        options with { Seed = seed, Dataset = options.Dataset with { OrderSeed = seed } };
}
