using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Tests.Accelerators;

namespace CrossbarSim.Kernels.Tests.Contract;

public sealed class CpuContractTests(CpuFixture fixture)
    : ContractTests(fixture), IClassFixture<CpuFixture>;

[Collection("OpenCL")]
public sealed class OpenCLContractTests(OpenCLFixture fixture) : ContractTests(fixture);

[Collection("Cuda")]
public sealed class CudaContractTests(CudaFixture fixture) : ContractTests(fixture);

/// <summary>Every rule with every kind of device gives the bits of <see cref="ScalarEngine"/>.</summary>
public abstract class ContractTests(BackendFixture fixture)
{
    public static TheoryData<string> Cases => [.. ContractCase.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Two_epochs_give_the_bits_of_the_contract(string name)
    {
        var one = ContractCase.All[name];
        using var engine = fixture.Backend.CreateEngine(one.Plan);
        using var contract = new ScalarEngine(one.Plan);
        foreach (var either in new[] { engine, contract })
        {
            Write(either);
            one.Train(either);
        }

        SameStates.Assert(contract, engine);
        Assert.All(contract.TotalsAll(), totals => Assert.True(totals is { Potentiation: > 0, Requested: > 10 }));
    }

    [Theory]
    [InlineData("signs, linear, offset, none")]
    [InlineData("quantile, constant-step, one, gain")]
    [InlineData("accumulate, table, both, noise of window")]
    [InlineData("stochastic, linear-step, both, noise of step")]
    [InlineData("quantile, pow-step, reference, faults")]
    [InlineData("accumulate, linear, better, endurance")]
    [InlineData("stochastic, soft-bounds, better, write noise")]
    [InlineData("batch-sign, linear, both, read noise")]
    [InlineData("accumulate 3, soft-bounds, one, read noise")]
    public void A_state_read_in_the_middle_goes_on_with_the_same_bits(string name)
    {
        var one = ContractCase.All[name];
        using var whole = fixture.Backend.CreateEngine(one.Plan);
        using var before = fixture.Backend.CreateEngine(one.Plan);
        using var after = fixture.Backend.CreateEngine(one.Plan);
        Write(whole);
        one.Train(whole);
        Write(before);
        one.Train(before, 0);
        for (var replica = 0; replica < one.Plan.Replicas.Count; replica++) after.WriteState(replica, before.ReadState(replica));
        one.Train(after, 1);
        SameStates.Assert(whole, after);
    }

    private static void Write(IEngine engine)
    {
        for (var replica = 0; replica < engine.Plan.Replicas.Count; replica++)
            engine.WriteState(replica, ContractCase.State(engine.Plan, replica));
    }
}
