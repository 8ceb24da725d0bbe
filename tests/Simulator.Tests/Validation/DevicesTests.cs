using CrossbarSim.TestSupport;
using CrossbarSim.Validation.Devices;

namespace CrossbarSim.Simulator.Tests.Validation;

/// <summary>A sample of <c>validation -- devices</c>: one seed, one epoch, a tenth of the samples.</summary>
public sealed class DevicesTests
{
    [Theory]
    [InlineData("accumulate", 0.80)]
    [InlineData("batch-sign", 0.30)]
    public void Every_device_learns(string rule, double least)
    {
        Mnist.SkipWhereAbsent();
        var results = DevicesValidation.Train(Path.Combine(RepositoryPaths.Root, "configs", "compare", $"{rule}.yaml"), rule, 1,
            options => options with
            {
                Dataset = options.Dataset with { TrainSamples = 6000, TestSamples = 1000 },
                Training = options.Training with { Epochs = 1 },
            });
        Assert.Equal(7, results.Count);
        Assert.All(results, result => Assert.True(result.Accuracy.Mean > least, result.Line));
    }
}
