using System.Globalization;
using CrossbarSim.TestSupport;
using CrossbarSim.Validation.Predict;

namespace CrossbarSim.Simulator.Tests.Commands;

/// <summary>
/// A sample of <c>validation -- seed</c>: one seed of the original program's networks on real MNIST, held to the
/// 95 % bands for a single run that an independent replica gave (five seeds; three for the reference column).
/// </summary>
public sealed class MnistTests : ScratchFolder
{
    [Theory]
    [InlineData("float-sgd", 0.90494, 0.92854)]
    [InlineData("pulse-linear", 0.89414, 0.92102)]
    [InlineData("pulse-original-linear", 0.89211, 0.92297)]
    [InlineData("pulse-nonlinear-reference", 0.88909, 0.92685)]
    public void Test_accuracy_after_10_epochs_lies_in_the_replicas_band(string config, double low, double high)
    {
        Mnist.SkipWhereAbsent();
        var experiment = Path.Combine(RepositoryPaths.Root, "configs", "seed", $"{config}.yaml");
        var result = Cli.Run("train", experiment, "--set", "training.epochs=10", "-q", "--out", In("run"));
        Assert.True(result.ExitCode == 0, result.Errors);
        var last = File.ReadAllLines(In("run/epochs.csv"))[^1].Split(',');
        Assert.InRange(double.Parse(last[4], CultureInfo.InvariantCulture), low, high);
    }

    [Fact]
    public void The_first_network_learns_in_its_first_epoch_what_the_replicas_does()
    {
        // The replica's 10 seeds: 0.9595, each 0.0025 about it.
        Mnist.SkipWhereAbsent();
        var experiment = Path.Combine(RepositoryPaths.Root, "configs", "seed", "first-network.yaml");
        var result = Cli.Run("train", experiment, "--set", "training.epochs=1", "-q", "--out", In("run"));
        Assert.True(result.ExitCode == 0, result.Errors);
        var last = File.ReadAllLines(In("run/epochs.csv"))[^1].Split(',');
        Assert.Equal(0.9595, double.Parse(last[4], CultureInfo.InvariantCulture), 0.01);
        Assert.Equal(101, File.ReadAllLines(In("run/confusion.csv")).Length);
        Assert.Equal(11, File.ReadAllLines(In("run/classes.csv")).Length);
    }

    [Fact]
    public void Digits_in_files_of_any_form_are_read_like_the_plain_arrays()
    {
        Mnist.SkipWhereAbsent();
        Assert.Equal(0, PredictValidation.Run(["--images", "300", "--out", In("table")]));
    }
}
