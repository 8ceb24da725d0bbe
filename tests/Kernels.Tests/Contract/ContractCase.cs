using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>
/// A small training problem of the table: each rule meets each law, each mapping and each variation, and each
/// variation seven of the laws and each mapping.
/// </summary>
internal sealed class ContractCase
{
    private const int Replicas = 3;

    private static readonly string[] Rules = ["signs", "batch-sign", "quantile", "accumulate", "accumulate 3",
        "stochastic", "plain trains"];
    private static readonly string[] Laws = ["linear", "exponential", "two-branch", "soft-bounds", "table", "neurosim",
        "constant-step", "linear-step", "exp-step", "pow-step", "piecewise"];
    private static readonly string[] Mappings = ["offset", "reference", "both", "one", "better"];
    private static readonly string[] Variations = ["none", "noise of window", "noise of step", "windows", "gain", "shape",
        "kinds of spread", "faults", "endurance", "write noise", "read noise", "everything"];

    private static readonly (int[] Sizes, Activation Activation, bool Bias)[] Networks =
    [
        ([33, 17, 10], Activation.Relu, true),
        ([3, 5, 4], Activation.Tanh, false),
        ([127, 10], Activation.Relu, true),
        ([33, 17, 13, 3], Activation.Tanh, true),
        ([1, 33, 3], Activation.Relu, false),
    ];

    private readonly int _rule;
    private readonly int _law;
    private readonly int _mapping;
    private readonly int _variation;

    private ContractCase(int rule, int variation)
    {
        (_rule, _variation) = (rule, variation);
        (_law, _mapping) = ((rule + variation) % Laws.Length, (2 * rule + variation) % Mappings.Length);
        var (sizes, activation, bias) = Networks[(rule + 2 * variation) % Networks.Length];
        var network = NetworkShape.Dense(sizes, activation, bias);
        Plan = new EnginePlan(
            network, [.. Enumerable.Range(1, Replicas).Select(seed => Replica(network, (ulong)seed))],
            SmallProblems.Samples(43, sizes[0], sizes[^1], 1), SmallProblems.Samples(7, sizes[0], sizes[^1], 2), 16);
    }

    /// <summary>The cases by name.</summary>
    public static IReadOnlyDictionary<string, ContractCase> All { get; } = (
        from rule in Enumerable.Range(0, Rules.Length)
        from variation in Enumerable.Range(0, Variations.Length)
        select new ContractCase(rule, variation)).ToDictionary(one => one.Name);

    public string Name => $"{Rules[_rule]}, {Laws[_law]}, {Mappings[_mapping]}, {Variations[_variation]}";

    public EnginePlan Plan { get; }

    /// <summary>Devices all over their states, with accounts.</summary>
    public static LayerState[] State(EnginePlan plan, int replica) => [.. plan.Network.Layers.Select((_, layer) =>
    {
        var (mapping, seed) = (plan.Replicas[replica].Mappings[layer], plan.Replicas[replica].Seed);
        var numbers = new RandomNumbers(seed, StreamKind.InitialState, layer);
        return LayerState.FromCodes(
            [.. Enumerable.Range(0, plan.Devices(layer)).Select(device => Code(mapping, numbers, (uint)device))],
            mapping.HasPositions, !mapping.Law.IsOneCurve);
    })];

    /// <summary>Two epochs, every sample once, with a short last batch.</summary>
    public void Train(IEngine engine)
    {
        for (var epoch = 0; epoch < 2; epoch++) Train(engine, epoch);
    }

    /// <summary>One of the two epochs.</summary>
    public void Train(IEngine engine, int epoch)
    {
        var samples = Plan.Training.Count;
        engine.TrainAll(
            SampleOrder.ForEpoch(samples, 0, epoch + 1, true), Plan.Batch,
            [.. Plan.Replicas.Select((_, replica) => Rule(replica))], epoch * samples);
        if (_rule == 0) engine.FireSignsAll(new SignPulseQuirks(false, KeepTrainedAtEnds: _variation % 2 == 0));
    }

    private BatchRule Rule(int replica) => Rules[_rule] switch
    {
        "signs" => new Sgd(0.05 + 0.02 * replica),
        "batch-sign" => new BatchSign(0.003 * (replica + 1)),
        "quantile" => new BatchSign(0.001, replica == 2 ? null : 0.3 + 0.4 * replica, 2 + replica),
        "accumulate" => new Accumulate(1.5 + 0.5 * replica),
        "accumulate 3" => new Accumulate(2, 3 + replica),
        "stochastic" => new Stochastic(0.3 + 0.2 * replica),
        _ => new Stochastic(0.3, 7 + replica, UpdateManagement: false, LengthManagement: false),
    };

    private ReplicaPlan Replica(NetworkShape network, ulong seed) =>
        SmallProblems.Replica(network, WithVariation(ContractDevices.OfLaw(Laws[_law])), Mapping(), seed);

    private DeviceOptions WithVariation(DeviceOptions device) => Variations[_variation] switch
    {
        "noise of window" => device.WithNoise(0.05, NoiseReference.Window),
        "noise of step" => device.WithNoise(0.6, NoiseReference.Step),
        "windows" => device.WithSpread(new DeviceSpreadOptions { Gmin = 0.2, Gmax = 0.1 }),
        "gain" => device.WithSpread(new DeviceSpreadOptions { Gain = 0.4 }),
        "shape" => device.WithSpread(ContractDevices.Shape(device, new DeviceSpreadOptions { Gmax = 0.1 }, 0.1)),
        "kinds of spread" => device.WithSpread(ContractDevices.Kinds),
        "faults" => device.Varied(own => own with { Faults = ContractDevices.Faults }),
        "endurance" => device.Varied(own => own with { Endurance = ContractDevices.Endurance }),
        "write noise" => device.Varied(own => own with { Write = ContractDevices.Write }),
        "read noise" => device.Varied(own => own with { Read = ContractDevices.Read }),
        "everything" => device.WithNoise(0.3, NoiseReference.Step).Varied(own => own with
        {
            D2d = ContractDevices.Shape(device, ContractDevices.Kinds, 0.1),
            Faults = ContractDevices.Faults,
            Endurance = ContractDevices.Endurance,
            Write = ContractDevices.Write,
            Read = ContractDevices.Read,
        }),
        _ => device,
    };

    private MappingOptions Mapping() => Mappings[_mapping] switch
    {
        "offset" => new MappingOptions { Kind = MappingKind.Offset, Wmax = [0.8] },
        "reference" => new MappingOptions { Kind = MappingKind.Reference, Wmax = [0.7, 0.9] },
        "both" => new MappingOptions { Kind = MappingKind.Differential },
        "one" => new MappingOptions { Kind = MappingKind.Differential, Pair = PairUpdate.One },
        _ => new MappingOptions { Kind = MappingKind.Differential, Pair = PairUpdate.Better },
    };

    // Some at each end, where pulses are refused.
    private static int Code(WeightMapping mapping, RandomNumbers numbers, uint device)
    {
        var depression = !mapping.Law.IsOneCurve && numbers.Below(2, device, 1) == 1;
        var end = mapping.Law.Branch(depression).Pulses << DevicePosition.Bits;
        var position = Math.Clamp(numbers.Below(end + end / 5, device) - end / 10, 0, end);
        return DevicePosition.Code(
            mapping.HasPositions ? position : position >> DevicePosition.Bits << DevicePosition.Bits, depression);
    }
}
