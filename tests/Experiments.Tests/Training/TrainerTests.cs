using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Training;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

public sealed class TrainerTests
{
    private static readonly EpochSignOptions Rule = new() { LearningRate = 0.05 };

    [Fact]
    public void Measures_before_training_and_after_every_epoch()
    {
        var rows = Rows(SmallRuns.Experiment(Rule));
        Assert.Equal([0, 1, 2, 3, 4], rows.Select(r => r.Epoch));
        Assert.All(rows, r => Assert.NotNull(r.TestLoss));
        Assert.Equal(default, rows[0].Pulses);
        Assert.True(rows[1].Pulses.Requested > 0);
    }

    [Fact]
    public void Measures_only_when_asked()
    {
        var last = Rows(Evaluated(EvaluationTime.Last));
        Assert.Equal([false, false, false, false, true], last.Select(r => r.TrainLoss is not null));
        Assert.All(Rows(Evaluated(EvaluationTime.None)), r => Assert.Null(r.TrainLoss));
    }

    [Fact]
    public void Pulses_of_an_epoch_are_those_fired_in_it()
    {
        var run = SmallRuns.Train(SmallRuns.Experiment(Rule))[0];
        var sum = run.Rows.Aggregate(default(PulseTotals), (total, row) => total + row.Pulses);
        Assert.Equal(run.Layers.Aggregate(default(PulseTotals), (total, layer) => total + layer.Totals()), sum);
    }

    [Fact]
    public void Validation_samples_are_measured_where_held_out()
    {
        var experiment = SmallRuns.Experiment(Rule) with { Dataset = new DatasetOptions { Name = "small", Validation = 9 } };
        var data = SmallRuns.Data with { Validation = SmallProblems.Samples(9, 33, 10, seed: 5) };
        var setup = new ReplicaSetup([new RunSetup(experiment, data, threads: 1)]);
        using var engine = setup.Start(new ReferenceBackend());

        var last = new Trainer(engine, setup.Experiments).Run(-1).Last()[0];

        Assert.Equal(engine.Evaluate(SampleChoice.Validation).Accuracy, last.ValidationAccuracy);
        Assert.NotEqual(last.TestLoss, last.ValidationLoss);
        Assert.All(Rows(SmallRuns.Experiment(Rule)), r => Assert.Null(r.ValidationLoss));
    }

    [Fact]
    public void Float_training_fires_no_pulse()
    {
        var experiment = SmallRuns.Experiment(new SgdOptions { LearningRate = 0.1 });
        var run = SmallRuns.Train(experiment)[0];
        Assert.All(run.Rows, r => Assert.Equal(0, r.Pulses.Requested));
        Assert.True(run.Rows[^1].TrainLoss < run.Rows[0].TrainLoss);
        Assert.Equal(SmallRuns.Setup(experiment).Runs[0].FirstState()[0].Pulses, run.Layers[0].Pulses);
    }

    [Fact]
    public void Mini_batch_rules_learn_with_pulses()
    {
        RuleOptions[] rules =
        [
            new BatchSignOptions { Threshold = new ThresholdOptions { Quantile = 0.8 }, QuantileEvery = 3 },
            new AccumulateOptions { LearningRate = 0.3 },
            new StochasticOptions { LearningRate = 0.1 },
        ];
        foreach (var rule in rules)
        {
            var rows = Rows(SmallRuns.Experiment(rule, SmallDevices.Linear(100)));
            Assert.True(rows[^1].TrainLoss < rows[0].TrainLoss, $"{rule}: {rows[0].TrainLoss} to {rows[^1].TrainLoss}");
            Assert.True(rows[1].Pulses.Requested > 0);
        }
    }

    private static ExperimentOptions Evaluated(EvaluationTime when)
    {
        var experiment = SmallRuns.Experiment(Rule);
        return experiment with { Training = experiment.Training with { Evaluate = when } };
    }

    private static IReadOnlyList<EpochRow> Rows(ExperimentOptions experiment) => SmallRuns.Train(experiment)[0].Rows;
}
