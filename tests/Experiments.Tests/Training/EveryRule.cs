using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Experiments.Options;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Experiments.Tests.Training;

/// <summary>An experiment of every rule, on devices that have all the state there is where the rule allows it.</summary>
internal static class EveryRule
{
    private static readonly DeviceOptions Worst = SmallDevices.TwoBranches(-0.5, 0.4, pulses: 30, downPulses: 23)
        .WithNoise(0.02, NoiseReference.Window)
        .WithSpread(new DeviceSpreadOptions { Gmin = 0.05, Gmax = 0.05, Gain = 0.2, A = 0.1 });

    private static readonly DeviceOptions Frail = Worst.Varied(own => own with
    {
        Faults = new FaultOptions { StuckAnywhere = 0.1, Unformed = 0.05, Sluggish = new SluggishOptions { Share = 0.1 } },
        Endurance = new EnduranceOptions { Pulses = 5, Sigma = 0.5 },
        Write = new WriteNoiseOptions { Sigma = 0.03 },
        Read = new ReadNoiseOptions { Sigma = 0.02 },
    });

    private static readonly Dictionary<string, ExperimentOptions> Experiments = new()
    {
        ["epoch-sign"] = SmallRuns.Experiment(new EpochSignOptions { LearningRate = 0.05 }, Worst),
        ["epoch-sign, original"] = SmallRuns.Experiment(
            new EpochSignOptions { LearningRate = 0.05, Compatibility = Compatibility.Original }),
        ["batch-sign"] = SmallRuns.Experiment(new BatchSignOptions(), Worst),
        ["batch-sign, quantile"] = SmallRuns.Experiment(
            new BatchSignOptions { Threshold = new ThresholdOptions { Quantile = 0.7 }, QuantileEvery = 4 }, Worst),
        ["accumulate"] = SmallRuns.Experiment(new AccumulateOptions { LearningRate = 0.3, MaxPulses = 3 }, Worst),
        ["accumulate, soft bounds"] = SmallRuns.Experiment(new AccumulateOptions
        {
            LearningRate = 0.3,
            Schedule = new CosineScheduleOptions { Final = 0.1 },
        }, SmallDevices.SoftBounds(0.05, 0.08)),
        ["accumulate, refreshed pairs"] = SmallRuns.Experiment(new AccumulateOptions { LearningRate = 0.5 }, Worst) with
        {
            Mapping = new MappingOptions
            {
                Kind = MappingKind.Differential,
                Pair = PairUpdate.One,
                Refresh = new RefreshOptions { Every = 3, Above = 0.6 },
            },
        },
        ["stochastic, pairs"] = SmallRuns.Experiment(new StochasticOptions(), Worst) with
        {
            Mapping = new MappingOptions { Kind = MappingKind.Differential, Wmax = [1, 0.5], Pair = PairUpdate.Better },
        },
        ["batch-sign, frail devices"] = SmallRuns.Experiment(new BatchSignOptions(), Frail),
        ["epoch-sign, frail devices"] = SmallRuns.Experiment(new EpochSignOptions { LearningRate = 0.05 }, Frail),
        ["stochastic, frail pairs"] = SmallRuns.Experiment(new StochasticOptions(), Frail) with
        {
            Mapping = new MappingOptions { Kind = MappingKind.Differential },
        },
        ["sgd"] = SmallRuns.Experiment(new SgdOptions
        {
            LearningRate = 0.1,
            Schedule = new StepScheduleOptions { Every = 1, Factor = 0.5 },
        }),
        ["adam"] = SmallRuns.Experiment(new AdamOptions { LearningRate = 0.01 }),
    };

    /// <summary>Names of the experiments.</summary>
    public static TheoryData<string> Names => [.. Experiments.Keys];

    /// <summary>The experiment of a name.</summary>
    public static ExperimentOptions Of(string name) => Experiments[name];
}
