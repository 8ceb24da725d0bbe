using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Kernels.Tests.Accelerators;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Contract;

public sealed class CpuVariationReferenceTests(CpuFixture fixture)
    : VariationReferenceTests(fixture), IClassFixture<CpuFixture>;

[Collection("OpenCL")]
public sealed class OpenCLVariationReferenceTests(OpenCLFixture fixture) : VariationReferenceTests(fixture);

[Collection("Cuda")]
public sealed class CudaVariationReferenceTests(CudaFixture fixture) : VariationReferenceTests(fixture);

/// <summary>What devices look like, and what a network of them says, is what the double-precision reference says.</summary>
public abstract class VariationReferenceTests(BackendFixture fixture)
{
    public static TheoryData<string> Cases =>
        [.. ContractCase.All.Keys.Where(name => name.StartsWith("batch-sign", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Weights_and_evaluations_are_those_of_the_reference(string name)
    {
        var plan = ContractCase.All[name].Plan;
        using var engine = fixture.Backend.CreateEngine(plan);
        using var reference = new ReferenceBackend().CreateEngine(plan);
        for (var replica = 0; replica < plan.Replicas.Count; replica++)
        {
            foreach (var either in new[] { engine, reference }) either.WriteState(replica, ContractCase.State(plan, replica));
            foreach (var (expected, actual) in reference.ReadState(replica).Zip(engine.ReadState(replica)))
            {
                Assert.Equal(expected.Codes(), actual.Codes());
                for (var k = 0; k < expected.Weights!.Length; k++)
                    Near.Equal(expected.Weights[k], actual.Weights![k], 2e-6, $"weight {k}");
            }

            foreach (var choice in new[] { SampleChoice.Training, SampleChoice.Test })
            {
                var expected = reference.Probabilities(replica, choice);
                var actual = engine.Probabilities(replica, choice);
                for (var k = 0; k < expected.Length; k++) Near.Equal(expected[k], actual[k], 2e-5, $"probability {k}");
            }
        }
    }
}
