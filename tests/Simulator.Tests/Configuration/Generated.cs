using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Networks;
using CrossbarSim.Experiments.Options;
using CsCheck;

namespace CrossbarSim.Simulator.Tests.Configuration;

/// <summary>Generators of valid options.</summary>
internal static class Generated
{
    public static Gen<ExperimentOptions> Experiment { get; } =
        Gen.Select(
            Dataset(), Network(), GeneratedDevices.Any.Array[2], Rule(), Initial(), Gen.ULong, Gen.Enum<BackendChoice>(),
            Training())
            .Select((dataset, network, device, rule, initial, seed, backend, training) => new ExperimentOptions
            {
                Dataset = dataset,
                Network = network,
                Device = seed % 2 == 0 ? [device[0]] : device,
                Rule = rule,
                Initial = initial,
                Seed = seed,
                Backend = backend,
                Training = training,
                Mapping = new MappingOptions { Kind = MappingKind.Reference, Wmax = seed % 3 == 0 ? [1e6, 5e5] : [1e6] },
            });

    // Letters that YAML treats specially, and some that no keyboard has.
    public static Gen<string> Text => Gen.OneOf(
        Gen.OneOf("null", "~", "true", "1.5", "", " ", "- a", "a: b", "#x", "忆阻器 é", "\"q\"", "it's", "a\nb\tc",
            "C:\\x", "\u0085\u2028", "\0\u0007", "😀"),
        Gen.Char[" -:#'\"{}[],&*!|>%@`\\/abcXYZ019éµ\n\r\t"].Array[0, 30].Select(c => new string(c)));

    private static Gen<DatasetOptions> Dataset() =>
        Gen.Select(Text, Gen.Int[1, 60_000], Gen.Bool, Gen.ULong).Select((name, samples, flag, seed) => new DatasetOptions
        {
            Name = name,
            TrainSamples = flag ? samples : null,
            Shuffle = flag,
            OrderSeed = seed,
        });

    private static Gen<NetworkOptions> Network() =>
        Gen.Select(Gen.Int[1, 65_536].Array[3], Gen.Enum<Activation>(), Gen.Bool).Select((layers, activation, bias) =>
            new NetworkOptions { Layers = layers, Activation = activation, Bias = bias });

    private static Gen<TrainingOptions> Training() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 1_000_000], Gen.Enum<EvaluationTime>()).Select((epochs, batch, evaluate) =>
            new TrainingOptions { Epochs = epochs, Batch = batch, Evaluate = evaluate });

    private static Gen<RuleOptions> Rule() =>
        Gen.Select(Gen.Double[1e-9, 1e3], Gen.Int[0, 6], Gen.Bool, Schedule()).Select((rate, kind, flag, schedule) => kind switch
        {
            0 => (RuleOptions)new SgdOptions { LearningRate = rate, Schedule = schedule },
            1 => new EpochSignOptions { LearningRate = rate, SharedCounters = false },
            2 => new AdamOptions { LearningRate = rate, Beta1 = 0.5, Epsilon = 1e-9, Forget = flag },
            3 => new BatchSignOptions { Threshold = Threshold(rate, flag), QuantileEvery = 3 },
            4 => new AccumulateOptions { LearningRate = rate, Schedule = schedule, MaxPulses = 7 },
            5 => new StochasticOptions { LearningRate = rate, Length = 9, UpdateManagement = flag },
            _ => new EpochSignOptions { LearningRate = rate, Schedule = schedule },
        });

    private static ThresholdOptions Threshold(double number, bool absolute) =>
        absolute ? new ThresholdOptions { Absolute = number } : new ThresholdOptions { Quantile = 1 / (1 + number) };

    private static Gen<ScheduleOptions> Schedule() =>
        Gen.Select(Gen.Int[0, 2], Gen.Double[1e-6, 1]).Select((kind, share) => kind switch
        {
            0 => (ScheduleOptions)new ConstantScheduleOptions(),
            1 => new StepScheduleOptions { Every = 3, Factor = share },
            _ => new CosineScheduleOptions { Final = share },
        });

    private static Gen<InitialOptions> Initial() =>
        Gen.Select(Gen.Int[0, 5], Gen.Double[0, 1].Array[1, 2]).Select((kind, spread) => kind switch
        {
            0 => new InitialOptions { Pulses = InitialPulses.Uniform },
            1 => new InitialOptions { Pulses = InitialPulses.RoundedUniform },
            2 => new InitialOptions { Conductance = InitialConductance.Uniform },
            4 => new InitialOptions { Glorot = GlorotStart.Uniform },
            3 => new InitialOptions { Spread = spread.Length == 2 ? spread : [spread[0]] },
            _ => new InitialOptions { State = Path.GetFullPath("états 1/state.h5") },
        });
}
