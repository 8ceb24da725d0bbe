using CrossbarSim.Kernels.Host;
using CrossbarSim.Kernels.Tests.Golden;

namespace CrossbarSim.Kernels.Tests.Host;

public sealed class CpuGoldenTests
{
    [Theory]
    [MemberData(nameof(GoldenEpoch.Cases), MemberType = typeof(GoldenEpoch))]
    public void The_original_programs_epoch_gives_its_counters(string name, double a)
    {
        using var backend = new CpuBackend();
        GoldenEpoch.AssertGivenBy(backend, name, a);
    }
}
