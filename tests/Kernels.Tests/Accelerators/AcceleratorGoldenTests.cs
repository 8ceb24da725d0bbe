using CrossbarSim.Kernels.Tests.Golden;

namespace CrossbarSim.Kernels.Tests.Accelerators;

[Collection("OpenCL")]
public sealed class OpenCLGoldenTests(OpenCLFixture fixture) : AcceleratorGoldenTests(fixture);

[Collection("Cuda")]
public sealed class CudaGoldenTests(CudaFixture fixture) : AcceleratorGoldenTests(fixture);

public abstract class AcceleratorGoldenTests(AcceleratorFixture fixture)
{
    [Theory]
    [MemberData(nameof(GoldenEpoch.Cases), MemberType = typeof(GoldenEpoch))]
    public void The_original_programs_epoch_gives_its_counters(string name, double a) =>
        GoldenEpoch.AssertGivenBy(fixture.Backend, name, a);
}
