using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Ageing;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;
using CrossbarSim.Experiments.Options;
using CsCheck;

namespace CrossbarSim.Simulator.Tests.Configuration;

/// <summary>Generators of valid options.</summary>
internal static class Generated
{
    public static Gen<ExperimentOptions> Experiment { get; } =
        Gen.Select(Dataset(), Network(), Device().Array[2], Rule(), Initial(), Gen.ULong, Gen.Enum<BackendChoice>(), Training())
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
    private static Gen<string> Text => Gen.OneOf(
        Gen.OneOf("null", "~", "true", "1.5", "", " ", "- a", "a: b", "#x", "忆阻器 é", "\"q\"", "it's", "a\nb\tc",
            "C:\\x", "\u0085\u2028", "\0\u0007", "😀"),
        Gen.Char[" -:#'\"{}[],&*!|>%@`\\/abcXYZ019éµ\n\r\t"].Array[0, 30].Select(c => new string(c)));

    private static Gen<double> Conductance(double low, double high) => Gen.Double[low, high];

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

    private static Gen<DeviceOptions> Device() => Gen.OneOf(Linear(), Exponential(), TwoBranches(), SoftBounds(), Table());

    private static Gen<DeviceOptions> Linear() =>
        Gen.Select(Text, Text, Conductance(0, 1e-6), Conductance(2e-6, 10e-3), Gen.Int[1, 30_000])
            .Select((name, citation, low, high, pulses) => (DeviceOptions)new LinearDeviceOptions
            {
                Name = name,
                Gmin = low,
                Gmax = high,
                Pulses = pulses,
                Source = new SourceOptions { Citation = citation },
            });

    private static Gen<DeviceOptions> Exponential() =>
        Gen.Select(Conductance(0, 1e-6), Conductance(2e-6, 10e-3),
            Gen.OneOf(Gen.Double[-5, -0.01], Gen.Double[0.01, 5],
                Gen.OneOf(double.PositiveInfinity, double.NegativeInfinity)), Gen.Bool)
            .Select((low, high, a, both) => (DeviceOptions)new ExponentialDeviceOptions
            {
                Gmin = low,
                Gmax = high,
                Potentiation = new ExponentialBranchOptions { A = a },
                Depression = both ? new ExponentialBranchOptions { A = a } : null,
            });

    private static Gen<DeviceOptions> TwoBranches() =>
        Gen.Select(Gen.Double[-5, -0.01], Gen.Double[0.01, 5], Gen.Int[1, 30_000], Gen.Double[0, 0.3], Gen.Enum<NoiseReference>())
            .Select((up, down, pulses, sigma, of) => (DeviceOptions)new ExponentialDeviceOptions
            {
                Gmin = 1e-6,
                Gmax = 50e-6,
                Branches = pulses % 2 == 0 ? BranchKind.Two : null,
                Potentiation = new ExponentialBranchOptions { A = up },
                Depression = new ExponentialBranchOptions { A = down, Pulses = pulses },
                Variation = new VariationOptions
                {
                    C2c = new CycleNoiseOptions { Sigma = sigma, Of = of },
                    D2d = pulses % 3 == 0 ? null : new DeviceSpreadOptions { A = sigma, Gain = sigma, Gmax = sigma / 10 },
                    Drift = pulses % 5 == 0 ? null : new DriftOptions { Nu = sigma, Sigma = sigma / 3, T0 = 1 + up / 10 },
                    Retention = pulses % 7 > 0 ? null : new RetentionOptions { Tau = -1e7 * up, Toward = RestState.Middle },
                    Rtn = pulses % 7 > 1 ? null : new TelegraphNoiseOptions { Share = sigma, Amplitude = down / 5 },
                },
            });

    private static Gen<DeviceOptions> SoftBounds() =>
        Gen.Select(Gen.Double[1e-3, 1], Gen.Double[1e-3, 1]).Select((up, down) => (DeviceOptions)new SoftBoundsDeviceOptions
        {
            Gmin = 1e-6,
            Gmax = 50e-6,
            Potentiation = new SoftBoundsBranchOptions { Step = up },
            Depression = up > down ? new SoftBoundsBranchOptions { Step = down } : null,
        });

    private static Gen<DeviceOptions> Table() =>
        Gen.Select(Conductance(1e-9, 1e-6).Array[2, 40], Gen.Int[1, 30_000])
            .Select((steps, pulses) => (DeviceOptions)new TableDeviceOptions
            {
                Pulses = pulses,
                Table = new TablePoints
                {
                    Pulse = [.. steps.Select((_, i) => i * 1.1)],
                    Conductance = [.. steps.Select((_, i) => steps.Take(i + 1).Sum())],
                },
            });
}
