using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

/// <summary>Experiments of 33-17-10 networks on 77 random samples, trained on the reference backend.</summary>
internal static class SmallRuns
{
    public const int Epochs = 4;

    public static Dataset Data { get; } = new("small", SmallProblems.Samples(77, 33, 10, seed: 1),
        SmallProblems.Samples(13, 33, 10, seed: 2), Width: 33, Height: 1, Classes: 10);

    public static ExperimentOptions Experiment(RuleOptions rule, DeviceOptions? device = null, ulong seed = 3) => new()
    {
        Dataset = new DatasetOptions { Name = "small" },
        Network = new NetworkOptions { Layers = [33, 17, 10] },
        Device = [device ?? SmallDevices.OneCurve(0.8)],
        Mapping = new MappingOptions(),
        Rule = rule,
        Training = new TrainingOptions { Epochs = Epochs, Batch = 8 },
        Seed = seed,
    };

    public static ReplicaSetup Setup(params ExperimentOptions[] experiments) =>
        new(RunSetup.All(experiments, Data, threads: 1));

    /// <summary>Trains all epochs and gives rows and last states, one of each per replica.</summary>
    public static IReadOnlyList<Trained> Train(params ExperimentOptions[] experiments)
    {
        var setup = Setup(experiments);
        using var backend = new ReferenceBackend();
        using var engine = setup.Start(backend);
        var epochs = new Trainer(engine, setup.Experiments).Run(finished: -1).ToList();
        return [.. experiments.Select((_, replica) =>
            new Trained([.. epochs.Select(rows => rows[replica])], engine.ReadState(replica)))];
    }

    /// <summary>Trains one experiment, through a state file after one of its epochs.</summary>
    public static Trained TrainInTwoParts(ExperimentOptions experiment, int stop, string file)
    {
        var setup = Setup(experiment);
        var arrays = setup.Runs[0].Arrays;
        using var first = new ReferenceEngine(setup.Plan);
        first.WriteState(setup.Runs[0].FirstState());
        var rows = new Trainer(first, setup.Experiments).Run(-1).Take(stop + 1).Select(r => r[0]).ToList();
        StateFile.Write(file, arrays, Snapshot(experiment, stop, first.ReadState()));
        using var second = new ReferenceEngine(setup.Plan);
        second.WriteState(StateFile.ReadCheckpoint(file, arrays).Layers);
        rows.AddRange(new Trainer(second, setup.Experiments).Run(stop).Select(r => r[0]));
        return new Trained(rows, second.ReadState());
    }

    /// <summary>The bytes of a run's state file after its last epoch.</summary>
    public static byte[] StateBytes(ExperimentOptions experiment, Trained run, string file)
    {
        StateFile.Write(file, RunSetup.ArraysOf(experiment), Snapshot(experiment, Epochs, run.Layers));
        return File.ReadAllBytes(file);
    }

    private static StateSnapshot Snapshot(ExperimentOptions experiment, int epoch, IReadOnlyList<LayerState> layers)
    {
        if (!experiment.Rule.WeightsAreState)
            foreach (var layer in layers) layer.Weights = null;
        return new StateSnapshot(experiment.Seed, epoch, layers);
    }
}

/// <summary>What one replica came to.</summary>
internal sealed record Trained(IReadOnlyList<EpochRow> Rows, IReadOnlyList<LayerState> Layers);
