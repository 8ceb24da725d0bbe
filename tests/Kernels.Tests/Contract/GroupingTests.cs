using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Tests.Accelerators;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Contract;

public sealed class CpuGroupingTests(CpuFixture fixture)
    : GroupingTests(fixture), IClassFixture<CpuFixture>;

[Collection("OpenCL")]
public sealed class OpenCLGroupingTests(OpenCLFixture fixture) : GroupingTests(fixture);

[Collection("Cuda")]
public sealed class CudaGroupingTests(CudaFixture fixture) : GroupingTests(fixture);

/// <summary>
/// A replica's results depend on nothing but itself: not on who shares its batch, on how many, or on threads.
/// </summary>
public abstract class GroupingTests(BackendFixture fixture)
{
    private const int Replicas = 6;
    private const ulong Seed = 4711;

    private static readonly NetworkShape Network = NetworkShape.Dense([33, 17, 10], Activation.Relu, bias: true);

    public static TheoryData<string, MappingKind> Cases => new()
    {
        { "sgd", MappingKind.Reference },
        { "adam", MappingKind.Offset },
        { "batch-sign", MappingKind.Differential },
        { "quantile", MappingKind.Offset },
        { "accumulate", MappingKind.Differential },
        { "accumulate", MappingKind.Reference },
        { "stochastic", MappingKind.Offset },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Random_groups_give_each_replica_the_bits_it_has_alone(string rule, MappingKind mapping)
    {
        ReplicaPlan[] all = [.. Enumerable.Range(0, Replicas).Select(k => Replica(k, mapping))];
        var alone = all.Select((_, k) => Train(all, rule, [k], 1)[0]).ToArray();
        for (var trial = 0; trial < 3; trial++)
            foreach (var group in Groups(rule, trial))
                foreach (var (k, state) in group.Zip(Train(all, rule, group, threads: trial + 1)))
                    SameStates.Assert(alone[k], state, $"replica {k} of {string.Join(' ', group)}");
    }

    // The replicas in random order, cut at random places.
    private static IEnumerable<int[]> Groups(string rule, int trial)
    {
        var numbers = new RandomNumbers(Seed, StreamKind.SampleOrder, rule.Length);
        var order = SampleOrder.ForEpoch(Replicas, Seed, trial + 1, true);
        for (var (start, draw) = (0, 0u); start < Replicas; draw++)
        {
            var count = Math.Min(Replicas - start, 1 + numbers.Below(Replicas - 1, draw, (uint)trial));
            yield return order[start..(start + count)];
            start += count;
        }
    }

    private IReadOnlyList<LayerState>[] Train(ReplicaPlan[] all, string rule, int[] group, int threads)
    {
        var plan = new EnginePlan(Network, [.. group.Select(k => all[k])],
            SmallProblems.Samples(43, 33, 10, 1), SmallProblems.Samples(0, 33, 10, 2), 16, threads);
        using var engine = fixture.Backend.CreateEngine(plan);
        for (var r = 0; r < group.Length; r++) engine.WriteState(r, ContractCase.State(plan, r));
        for (var epoch = 0; epoch < 2; epoch++)
        {
            engine.TrainAll(SampleOrder.ForEpoch(43, 0, epoch + 1, true), 16, [.. group.Select(k => Rule(rule, k))], epoch * 43);
            if (rule is "sgd" or "adam") engine.FireSignsAll(default);
        }

        return [.. Enumerable.Range(0, group.Length).Select(engine.ReadState)];
    }

    private static BatchRule Rule(string rule, int k) => rule switch
    {
        "sgd" => new Sgd(0.03 + 0.01 * k),
        "adam" => new Adam(0.002 * (k + 1)),
        "batch-sign" => new BatchSign(0.002 * (k + 1)),
        "quantile" => new BatchSign(0.004, k == 3 ? null : 0.15 * (k + 1), 1 + k % 3),
        "accumulate" => new Accumulate(0.3 + 0.2 * k, 1 + k % 2),
        _ => new Stochastic(0.1 + 0.1 * k, 5 + 4 * k, k % 2 == 0, k % 3 == 0),
    };

    private static ReplicaPlan Replica(int k, MappingKind mapping) => SmallProblems.Replica(
        Network,
        k switch
        {
            0 => SmallDevices.Linear(25),
            1 => SmallDevices.OneCurve(-0.7, 30).WithSpread(new DeviceSpreadOptions { A = 0.2 }),
            2 => SmallDevices.TwoBranches(-0.5, 0.4, 20, 27),
            3 => SmallDevices.SoftBounds(0.05, 0.08).WithNoise(0.02, NoiseReference.Window),
            4 => SmallDevices.Linear(40).WithNoise(0.3, NoiseReference.Step),
            _ => SmallDevices.OneCurve(0.8).WithSpread(new DeviceSpreadOptions { Gmin = 0.1, Gmax = 0.1, Gain = 0.2 }),
        },
        new MappingOptions { Kind = mapping, Pair = mapping == MappingKind.Differential ? PairUpdate.Better : PairUpdate.Both },
        (ulong)(100 + 7 * k));
}
