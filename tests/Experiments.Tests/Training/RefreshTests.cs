using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

/// <summary>Devices that only rise, in pairs, on 2,000 of the embedded digits.</summary>
public sealed class RefreshTests
{
    private static readonly DeviceOptions Rising = SmallDevices.OneCurve(-0.5, 20) with
    {
        Direction = DeviceDirection.Potentiation,
        Variation = new VariationOptions { C2c = new CycleNoiseOptions { Sigma = 0.01, Of = NoiseReference.Window } },
    };

    [Fact]
    public void Without_refresh_the_pairs_saturate_and_with_it_they_go_on_learning()
    {
        var (without, saturated) = Train(refresh: null);
        var (with, fresh) = Train(new RefreshOptions { Every = 50, Above = 0.8 });

        Assert.True(without[^1].TestAccuracy < without.Max(row => row.TestAccuracy) - 0.05, "accuracy falls");
        Assert.True(with[^1].TestAccuracy > with[1].TestAccuracy, "accuracy rises");
        Assert.True(with[^1].TestAccuracy > without[^1].TestAccuracy + 0.1, $"{with[^1]} {without[^1]}");
        Assert.True(saturated.Refused > 2 * saturated.Potentiation, $"{saturated}");
        Assert.Equal(0, saturated.Depression);
        Assert.True(fresh.Depression > 0 && fresh.Refused < fresh.Potentiation, $"{fresh}");
    }

    [Fact]
    public void Refresh_that_never_finds_a_pair_changes_nothing() => Assert.Equal(
        Train(refresh: null, epochs: 1).Rows, Train(new RefreshOptions { Every = 7, Above = 1 }, epochs: 1).Rows);

    private static (List<EpochRow> Rows, PulseTotals Totals) Train(RefreshOptions? refresh, int epochs = 6)
    {
        var options = new ExperimentOptions
        {
            Dataset = new DatasetOptions { Name = "digits", TrainSamples = 2000, TestSamples = 1000 },
            Network = new NetworkOptions { Layers = [784, 16, 10] },
            Device = [Rising],
            Mapping = new MappingOptions { Kind = MappingKind.Differential, Pair = PairUpdate.One, Refresh = refresh },
            Rule = new AccumulateOptions { LearningRate = 0.5 },
            Training = new TrainingOptions { Epochs = epochs, Batch = 16 },
        };
        var setup = new ReplicaSetup([new RunSetup(options, new DatasetCatalog(new DatasetFolders()).Load(options.Dataset), 1)]);
        using var engine = setup.Start(new Core.Backends.Reference.ReferenceBackend());
        return ([.. new Trainer(engine, setup.Experiments).Run(-1).Select(rows => rows[0])], engine.TotalsAll()[0]);
    }
}
