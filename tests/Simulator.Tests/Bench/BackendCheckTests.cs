using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.Kernels.Host;
using CrossbarSim.Simulator.Bench.Checks;

namespace CrossbarSim.Simulator.Tests.Bench;

public sealed class BackendCheckTests
{
    [Fact]
    public void OpenCL_ends_with_the_same_bits_as_cpu_for_every_rule()
    {
        Assert.SkipWhen(
            AcceleratorCatalog.WhyNone(AcceleratorKind.OpenCL) is not null,
            "apt-get install pocl-opencl-icd ocl-icd-opencl-dev");
        using var opencl = AcceleratorBackend.Open(AcceleratorCatalog.Preferred(AcceleratorKind.OpenCL)!);

        // One kind of devices here: all of them are in `bench --check`, and each is tested on its own elsewhere.
        var rows = Check(opencl, CheckedRule.All.Count);
        Assert.Equal(CheckedRule.All.Select(rule => rule.Name), rows.Select(row => row.Rule));
        Assert.All(rows, row => Assert.Equal(0, row.Different));
    }

    [Fact]
    public void One_counter_that_differs_is_found()
    {
        using var backend = new WrappedBackend<ForgetfulEngine>(new CpuBackend(), engine => new ForgetfulEngine(engine));

        Assert.All(Check(backend, 3), row => Assert.Equal(2, row.Different));
    }

    [Fact]
    public void Every_kind_of_rule_is_compared() =>
        Assert.Equal(
            typeof(BatchRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(BatchRule)) && !type.IsAbstract)
                .Select(type => type.Name).Order(StringComparer.Ordinal),
            CheckedRule.All.Select(rule => rule.Rule.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    private static List<CheckRow> Check(IBackend tested, int cases)
    {
        using var judge = new CpuBackend();
        return [.. new BackendCheck(judge).Run(tested).Take(cases)];
    }

    /// <summary>Miscounts one pulse of the last replica, and one weight.</summary>
    private sealed class ForgetfulEngine(IEngine inner) : WrappedEngine(inner)
    {
        public override IReadOnlyList<LayerState> ReadState(int replica)
        {
            var state = base.ReadState(replica);
            if (replica != Plan.Replicas.Count - 1) return state;
            state[1].DepressionPulses[7]++;
            state[0].Weights![3] = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(state[0].Weights![3]) + 1);
            return state;
        }
    }
}
