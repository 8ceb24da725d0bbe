using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Kernels.Tests.Contract;

namespace CrossbarSim.Kernels.Tests.Accelerators;

[Collection("OpenCL")]
public sealed class OpenCLEngineTests(OpenCLFixture fixture) : AcceleratorEngineTests(fixture);

[Collection("Cuda")]
public sealed class CudaEngineTests(CudaFixture fixture) : AcceleratorEngineTests(fixture);

public abstract class AcceleratorEngineTests(AcceleratorFixture fixture)
{
    private const float Rate = 0.05f;

    // Float sums of a few dozen terms near 1 err by some 1e-6 at most: a smaller change has no certain sign.
    private const double CertainChange = 1e-6;

    public static TheoryData<int[], bool, Activation, MappingKind, bool, bool> Problems()
    {
        var data = new TheoryData<int[], bool, Activation, MappingKind, bool, bool>();
        foreach (var activation in Enum.GetValues<Activation>())
            foreach (var mapping in Enum.GetValues<MappingKind>())
            {
                data.Add([3, 5, 4], false, activation, mapping, false, activation == Activation.Tanh);
                data.Add([33, 17, 10], true, activation, mapping, activation == Activation.Sigmoid,
                    mapping != MappingKind.Reference);
            }

        data.Add([33, 17, 10], false, Activation.Relu, MappingKind.Offset, true, true);
        data.Add([127, 10], true, Activation.Relu, MappingKind.Offset, false, false);
        data.Add([33, 17, 13, 1], false, Activation.Tanh, MappingKind.Offset, false, false);
        return data;
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Two_epochs_give_the_bits_of_the_contract(
        int[] sizes, bool bias, Activation activation, MappingKind mapping, bool shared, bool keep)
    {
        var plan = EngineProblem.Plan(sizes, bias, activation, mapping);
        using var engine = fixture.Backend.CreateEngine(plan);
        using var contract = new ScalarEngine(plan);
        foreach (var one in new IEngine[] { engine, contract }) one.WriteState(EngineProblem.State(plan));
        for (var epoch = 0; epoch < 2; epoch++)
        {
            foreach (var one in new[] { engine, contract }) one.Train(EngineProblem.Order(plan), plan.Batch, new Sgd(Rate));
            SameStates.Assert(contract, engine);
            var quirks = new SignPulseQuirks(shared, keep);
            Assert.Equal(contract.FireSigns(quirks), engine.FireSigns(quirks));
            SameStates.Assert(contract, engine);
        }
    }

    [Theory]
    [InlineData(Activation.Relu, false)]
    [InlineData(Activation.Sigmoid, false)]
    [InlineData(Activation.Relu, true)]
    public void Two_epochs_of_adam_give_the_bits_of_the_contract(Activation activation, bool forget)
    {
        var plan = EngineProblem.Plan([33, 17, 10], true, activation);
        using var engine = fixture.Backend.CreateEngine(plan);
        using var contract = new ScalarEngine(plan);
        foreach (var one in new IEngine[] { engine, contract }) one.WriteState(EngineProblem.State(plan));
        for (var epoch = 0; epoch < 2; epoch++)
        {
            var adam = new Adam(0.01, Forget: forget);
            foreach (var one in new[] { engine, contract }) one.Train(EngineProblem.Order(plan), plan.Batch, adam);
            SameStates.Assert(contract, engine);
            engine.WriteState(engine.ReadState());
        }

        Assert.Equal(forget ? null : 10, engine.ReadState()[0].Moments?.Steps);
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void One_epoch_fires_the_pulses_of_the_reference(
        int[] sizes, bool bias, Activation activation, MappingKind mapping, bool shared, bool keep)
    {
        var plan = EngineProblem.Plan(sizes, bias, activation, mapping);
        using var engine = fixture.Backend.CreateEngine(plan);
        using var judge = new ReferenceBackend().CreateEngine(plan);
        foreach (var one in new[] { engine, judge }) one.WriteState(EngineProblem.State(plan));
        var before = judge.ReadState();
        foreach (var one in new[] { engine, judge }) one.Train(EngineProblem.Order(plan), plan.Batch, new Sgd(Rate));
        var trained = judge.ReadState();
        foreach (var one in new[] { engine, judge }) one.FireSigns(new SignPulseQuirks(shared, keep));
        var doubtful = new DoubtfulDevices(plan, before, trained, shared, CertainChange);
        doubtful.AssertEqualElsewhere(before, judge.ReadState(), engine.ReadState());
    }

    [Theory]
    [InlineData(Activation.Relu, MappingKind.Offset)]
    [InlineData(Activation.Tanh, MappingKind.Differential)]
    public void The_cpu_backend_gives_the_same_bits(Activation activation, MappingKind mapping)
    {
        var plan = EngineProblem.Plan([127, 33, 10], true, activation, mapping, training: 300);
        using var engine = fixture.Backend.CreateEngine(plan);
        using var cpu = new CpuBackend().CreateEngine(plan);
        foreach (var one in new[] { engine, cpu })
        {
            one.WriteState(EngineProblem.State(plan));
            for (var epoch = 0; epoch < 2; epoch++)
            {
                one.Train(EngineProblem.Order(plan), plan.Batch, new Sgd(Rate));
                one.FireSigns(new SignPulseQuirks(false, true));
            }

            one.Train(EngineProblem.Order(plan), plan.Batch, new Sgd(Rate));
        }

        SameStates.Assert(cpu, engine);
    }

    [Fact]
    public void Accounts_add_up()
    {
        var plan = EngineProblem.Plan([33, 17, 10], true, mapping: MappingKind.Differential);
        using var engine = fixture.Backend.CreateEngine(plan);
        var start = EngineProblem.State(plan);
        engine.WriteState(start);
        var total = default(PulseTotals);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            engine.Train(EngineProblem.Order(plan), plan.Batch, new Sgd(Rate));
            total += engine.FireSigns(default);
        }

        var end = engine.ReadState();
        Assert.Equal(total, end.Aggregate(default(PulseTotals), (sum, layer) => sum + layer.Totals()));
        foreach (var (from, to) in start.Zip(end))
            for (var d = 0; d < from.Pulses.Length; d++)
                Assert.Equal(from.Pulses[d] + to.PotentiationPulses[d] - to.DepressionPulses[d], to.Pulses[d]);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        var plan = EngineProblem.Plan([3, 5, 4], mapping: MappingKind.Differential);
        var state = EngineProblem.State(plan);
        foreach (var layer in state)
        {
            for (var d = 0; d < layer.Pulses.Length; d++)
                (layer.PotentiationPulses[d], layer.DepressionPulses[d], layer.RefusedPulses[d]) = (d, 2 * d, 3 * d);
            layer.Weights = [.. Enumerable.Range(0, layer.Pulses.Length / 2).Select(k => k / 8.0 - 1)];
        }

        using var engine = fixture.Backend.CreateEngine(plan);
        engine.WriteState(state);
        SameStates.Assert(state, engine.ReadState());
    }

    [Fact]
    public void An_evaluation_is_that_of_the_contract_over_several_chunks()
    {
        var plan = EngineProblem.Plan([33, 17, 10], true, Activation.Sigmoid, training: 4500, test: 0);
        using var engine = fixture.Backend.CreateEngine(plan);
        using var contract = new ScalarEngine(plan);
        foreach (var one in new IEngine[] { engine, contract }) one.WriteState(EngineProblem.State(plan));
        Assert.Equal(contract.Evaluate(SampleChoice.Training), engine.Evaluate(SampleChoice.Training));
        Assert.Equal(new Evaluation(0, 0, 0), engine.Evaluate(SampleChoice.Test));
    }

    [Fact]
    public void A_new_engine_has_all_devices_at_the_bottom()
    {
        var plan = EngineProblem.Plan([3, 5, 4]);
        using var engine = fixture.Backend.CreateEngine(plan);
        var bottom = (double)(float)plan.Mappings[0].Table[0];
        Assert.All(engine.ReadState(), layer => Assert.All(layer.Pulses, p => Assert.Equal(0, p)));
        Assert.All(engine.ReadState(), layer => Assert.All(layer.Weights!, w => Assert.Equal(bottom, w)));
    }

    [Fact]
    public void Wrong_arguments_are_refused_before_anything_is_launched()
    {
        var plan = EngineProblem.Plan([3, 5, 4]);
        using var engine = fixture.Backend.CreateEngine(plan);
        Assert.Throws<ArgumentException>(() => engine.Train([0, plan.Training.Count], 1, new Sgd(Rate)));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.Train([0], plan.Batch + 1, new Sgd(Rate)));
        Assert.Throws<ArgumentException>(() => engine.FireSigns(new SignPulseQuirks(true, false)));
        Assert.Throws<ArgumentException>(() => engine.TrainAll([0], 1, [new Sgd(Rate), new Sgd(Rate)], 0));
        var state = EngineProblem.State(plan);
        state[1].Pulses[3] = plan.Mappings[1].Pulses + 1;
        Assert.Throws<ArgumentException>(() => engine.WriteState(state));
        state = EngineProblem.State(plan);
        state[0].PositionsQ16 = [.. state[0].Pulses.Select(p => (p << DevicePosition.Bits) + 1)];
        Assert.Throws<ArgumentException>(() => engine.WriteState(state));
        state = EngineProblem.State(plan);
        state[0].Accumulators = new float[3];
        Assert.Throws<ArgumentException>(() => engine.WriteState(state));
    }
}
