using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Tests.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

public sealed class TrainerTests
{
    private static readonly EnginePlan Plan = SmallProblems.Plan([33, 17, 10]);

    [Fact]
    public void Measures_before_training_and_after_every_epoch()
    {
        var results = Train(Options(3), finished: -1);
        Assert.Equal([0, 1, 2, 3], results.Select(r => r.Epoch));
        Assert.All(results, r => Assert.NotNull(r.TestLoss));
        Assert.Equal(default, results[0].Pulses);
        Assert.True(results[1].Pulses.Requested > 0);
    }

    [Fact]
    public void Measures_only_when_asked()
    {
        var last = Train(Options(3, EvaluationTime.Last), finished: -1);
        Assert.Equal([false, false, false, true], last.Select(r => r.TrainLoss is not null));
        Assert.All(Train(Options(3, EvaluationTime.None), finished: -1), r => Assert.Null(r.TrainLoss));
    }

    [Fact]
    public void Validation_samples_are_measured_where_held_out()
    {
        var plan = Plan with { Validation = SmallProblems.Samples(9, 33, 10, seed: 5) };
        using var engine = new ReferenceEngine(plan);
        engine.WriteState(SmallProblems.State(plan));
        var options = Options(1) with { Dataset = new DatasetOptions { Name = "digits", Validation = 9 } };

        var last = new Trainer(engine, Rule(), options, 77).Run(-1).Last();

        Assert.Equal(engine.Evaluate(SampleChoice.Validation).Accuracy, last.ValidationAccuracy);
        Assert.NotEqual(last.TestLoss, last.ValidationLoss);
        Assert.All(Train(Options(1), -1), r => Assert.Null(r.ValidationLoss));
    }

    [Fact]
    public void Goes_on_from_a_checkpoint_as_if_never_stopped()
    {
        using var whole = Engine();
        var expected = new Trainer(whole, Rule(), Options(4), 77).Run(-1).ToList();
        using var first = Engine();
        _ = new Trainer(first, Rule(), Options(2), 77).Run(-1).ToList();
        using var second = new ReferenceEngine(Plan);
        second.WriteState(first.ReadState());
        var rest = new Trainer(second, Rule(), Options(4), 77).Run(2).ToList();
        Assert.Equal(expected[3..], rest);
    }

    [Fact]
    public void Float_training_fires_no_pulse()
    {
        using var engine = Engine();
        var rule = UpdateRules.Create(new SgdOptions { LearningRate = 0.1 });
        var results = new Trainer(engine, rule, Options(3), 77).Run(-1).ToList();
        Assert.All(results, r => Assert.Equal(0, r.Pulses.Requested));
        Assert.True(results[^1].TrainLoss < results[0].TrainLoss);
        Assert.Equal(SmallProblems.State(Plan)[0].Pulses, engine.ReadState()[0].Pulses);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam_goes_on_from_a_state_file_as_if_never_stopped(bool forget)
    {
        var rule = UpdateRules.Create(new AdamOptions { LearningRate = 0.01, Forget = forget });
        using var whole = Engine();
        var expected = new Trainer(whole, rule, Options(4), 77).Run(-1).ToList();
        using var first = Engine();
        _ = new Trainer(first, rule, Options(2), 77).Run(-1).ToList();
        using var second = new ReferenceEngine(Plan);
        second.WriteState(ThroughFile(first.ReadState()));
        var rest = new Trainer(second, rule, Options(4), 77).Run(2).ToList();
        Assert.Equal(expected[3..], rest);
        Assert.Equal(whole.ReadState()[0].Weights, second.ReadState()[0].Weights);
        Assert.Equal(forget ? null : 40, second.ReadState()[0].Moments?.Steps);
    }

    private static IReadOnlyList<LayerState> ThroughFile(IReadOnlyList<LayerState> layers)
    {
        using var folder = new TemporaryFolder();
        StateLayer[] arrays = [States.Layer(33, 17, pulses: 20), States.Layer(17, 10, pulses: 20)];
        StateFile.Write(folder["state.h5"], arrays, new StateSnapshot(1, 2, layers));
        return StateFile.ReadCheckpoint(folder["state.h5"], arrays).Layers;
    }

    private static List<EpochRow> Train(ExperimentOptions options, int finished)
    {
        using var engine = Engine();
        return [.. new Trainer(engine, Rule(), options, 77).Run(finished)];
    }

    private static ReferenceEngine Engine()
    {
        var engine = new ReferenceEngine(Plan);
        engine.WriteState(SmallProblems.State(Plan));
        return engine;
    }

    private static IUpdateRule Rule() => UpdateRules.Create(new EpochSignOptions { LearningRate = 0.05 });

    private static ExperimentOptions Options(int epochs, EvaluationTime evaluate = EvaluationTime.EveryEpoch) => new()
    {
        Dataset = new DatasetOptions { Name = "digits" },
        Network = new NetworkOptions { Layers = [33, 17, 10] },
        Device = [new LinearDeviceOptions { Gmin = 1e-6, Gmax = 5e-5, Pulses = 20 }],
        Rule = new EpochSignOptions(),
        Training = new TrainingOptions { Epochs = epochs, Batch = 8, Evaluate = evaluate },
    };
}
