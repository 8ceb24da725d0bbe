using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class DistinctStatesTests
{
    private static readonly double[] Hundred = SmallDevices.Linear(100).Fractions();

    [Fact]
    public void Without_noise_every_state_counts()
    {
        Assert.Equal(101, DistinctStates.Count(Hundred, null));
        Assert.Equal(101, DistinctStates.Count(Hundred, Noise(0, NoiseReference.Step)));
    }

    [Theory]
    [InlineData(0.004, NoiseReference.Window, 101)]
    [InlineData(0.012, NoiseReference.Window, 34)]
    [InlineData(0.3, NoiseReference.Window, 2)]
    [InlineData(0.4, NoiseReference.Step, 101)]
    [InlineData(1.2, NoiseReference.Step, 34)]
    public void Noise_leaves_states_that_are_two_deviations_apart(double sigma, NoiseReference of, int states) =>
        Assert.Equal(states, DistinctStates.Count(Hundred, Noise(sigma, of)));

    private static CycleNoiseOptions Noise(double sigma, NoiseReference of) => new() { Sigma = sigma, Of = of };
}
