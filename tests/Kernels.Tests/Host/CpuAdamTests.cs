using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Kernels.Tests.Contract;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Host;

/// <summary>The CPU engine against the float contract, with each optimiser.</summary>
public sealed class CpuAdamTests
{
    public static TheoryData<int[], Activation, bool, Optimizer> Cases() => new()
    {
        { [3, 5, 4], Activation.Relu, false, new Sgd(0.05) },
        { [40, 129, 17, 3], Activation.Sigmoid, true, new Sgd(0.05) },
        { [3, 5, 4], Activation.Relu, false, new Adam(0.01) },
        { [33, 17, 10], Activation.Relu, true, new Adam(0.01, Forget: true) },
        { [40, 129, 17, 3], Activation.Sigmoid, true, new Adam(0.01) },
        { [127, 16, 33, 7], Activation.Tanh, true, new Adam(0.01, 0.5, 0.9, 1e-3) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Three_epochs_give_the_bits_of_the_contract(int[] sizes, Activation activation, bool bias, Optimizer optimizer)
    {
        var plan = SmallProblems.Plan(sizes, activation, bias);
        using var contract = new ScalarEngine(plan);
        using var cpu = new CpuBackend().CreateEngine(plan);
        Train(contract, plan, optimizer, 1, 3);
        Train(cpu, plan, optimizer, 1, 3);
        SameStates.Assert(contract.ReadState(), cpu.ReadState());
    }

    [Fact]
    public void A_state_read_and_written_goes_on_with_the_same_bits()
    {
        var plan = SmallProblems.Plan([33, 17, 10], bias: true);
        using var whole = new CpuBackend().CreateEngine(plan);
        Train(whole, plan, new Adam(0.01), 1, 4);
        using var first = new CpuBackend().CreateEngine(plan);
        Train(first, plan, new Adam(0.01), 1, 2);
        using var second = new CpuBackend().CreateEngine(plan);
        second.WriteState(first.ReadState());
        Descend(second, new Adam(0.01), 3, 4);
        SameStates.Assert(whole.ReadState(), second.ReadState());
    }

    [Fact]
    public void A_full_batch_gives_the_same_bits_on_any_number_of_threads()
    {
        // Large enough that the work is really split.
        var one = SmallProblems.Plan([300, 120, 40, 10], Activation.Sigmoid, true, samples: 600, batch: 600);
        using var single = new CpuBackend().CreateEngine(one);
        using var several = new CpuBackend().CreateEngine(one with { Threads = 3 });
        foreach (var engine in new[] { single, several })
        {
            engine.WriteState(SmallProblems.State(one));
            for (var step = 0; step < 3; step++) engine.Train([.. Enumerable.Range(0, 600)], 600, new Adam(0.01));
        }

        SameStates.Assert(single.ReadState(), several.ReadState());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Adam_moves_weights_as_the_reference_does(bool forget)
    {
        // Sigmoid: of relu, a sum near 0 may fall on either side and move a weight by a whole step.
        var plan = SmallProblems.Plan([33, 17, 10], Activation.Sigmoid, true);
        using var reference = new ReferenceEngine(plan);
        using var cpu = new CpuBackend().CreateEngine(plan);
        var adam = new Adam(0.01, Epsilon: 1e-3, Forget: forget);
        Train(reference, plan, adam, 1, 2);
        Train(cpu, plan, adam, 1, 2);
        foreach (var (expected, actual) in reference.ReadState().Zip(cpu.ReadState()))
            Near.Equal(expected.Weights!, actual.Weights!, 2e-4, "weights");
    }

    private static void Train(IEngine engine, EnginePlan plan, Optimizer optimizer, int from, int to)
    {
        engine.WriteState(SmallProblems.State(plan));
        Descend(engine, optimizer, from, to);
    }

    private static void Descend(IEngine engine, Optimizer optimizer, int from, int to)
    {
        for (var epoch = from; epoch <= to; epoch++) engine.Train(SampleOrder.ForEpoch(77, 0, epoch, true), 8, optimizer);
    }
}
