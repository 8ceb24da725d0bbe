using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Accelerators;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Kernels.Tests.Accelerators;

[Collection("OpenCL")]
public sealed class OpenCLMemoryTests(OpenCLFixture fixture) : AcceleratorMemoryTests(fixture);

[Collection("Cuda")]
public sealed class CudaMemoryTests(CudaFixture fixture) : AcceleratorMemoryTests(fixture);

public abstract class AcceleratorMemoryTests(AcceleratorFixture fixture)
{
    [Fact]
    public void Two_hundred_and_fifty_six_replicas_fit_in_a_gigabyte()
    {
        const int Many = 256;
        var (two, four) = (Bytes(2), Bytes(4));
        var each = (four - two) / 2;
        TestContext.Current.TestOutputHelper?.WriteLine($"{each} bytes a replica, {two - 2 * each} for all");
        Assert.InRange(two + (Many - 2) * each, 0, 1_000_000_000);
    }

    [Fact]
    public void Nothing_grows_with_epochs()
    {
        var plan = SmallProblems.Plan([33, 17, 10]);
        using var engine = (AcceleratorEngine)fixture.Backend.CreateEngine(plan);
        int[] order = [.. Enumerable.Range(0, 77)];
        void Epoch()
        {
            foreach (BatchRule rule in new BatchRule[] { new Sgd(0.1), new Accumulate(0.1), new Stochastic(0.1) })
                engine.Train(order, 8, rule);
        }

        Epoch();
        var bytes = engine.Bytes;
        for (var epoch = 0; epoch < 5; epoch++) Epoch();
        Assert.Equal(bytes, engine.Bytes);
    }

    private long Bytes(int replicas)
    {
        // The chunk of an evaluation, which many replicas make smaller, is as small here.
        var network = NetworkShape.Dense([784, 128, 10], Activation.Relu, bias: false);
        var replica = SmallProblems.Plan([784, 128, 10], samples: 256, batch: 32);
        var plan = replica with { Network = network, Replicas = [.. Enumerable.Repeat(replica.Replicas[0], replicas)] };
        using var engine = (AcceleratorEngine)fixture.Backend.CreateEngine(plan);
        engine.TrainAll([.. Enumerable.Range(0, 64)], 32, [.. Enumerable.Repeat(new Accumulate(0.1), replicas)], 0);
        return engine.Bytes;
    }
}
