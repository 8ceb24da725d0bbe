using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Randomness;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Backends;

/// <summary>Noise of single pulses: a million of them, five at each of 200,000 devices.</summary>
public sealed class CycleNoiseTests
{
    private const int Devices = 200_000;
    private const int Rounds = 5;
    private const ulong Seed = 5;

    [Theory]
    [InlineData(0.01, true)]
    [InlineData(0.04, false)]
    public void Noise_of_the_window_has_its_standard_deviation_whatever_the_step(double sigma, bool rising)
    {
        var device = SmallDevices.TwoBranches(-0.5, 0.5, 1_000).WithNoise(sigma, NoiseReference.Window);
        Judge(device, sigma, rising, (_, expected, after) => after - expected);
    }

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(5, false)]
    public void Noise_of_the_step_has_its_standard_deviation_relative_to_the_step(double sigma, bool rising)
    {
        var device = SmallDevices.TwoBranches(-0.5, 0.5, 1_000).WithNoise(sigma, NoiseReference.Step);
        Judge(device, sigma, rising, (before, expected, after) => (after - expected) / (expected - before));
    }

    [Fact]
    public void The_deviate_of_a_pulse_is_told_by_how_many_were_fired_before()
    {
        const double Sigma = 0.02;
        var devices = Place(SmallDevices.Linear(1_000).WithNoise(Sigma, NoiseReference.Window), count: 3, position: 500);
        var state = devices.Read();
        (state.PotentiationPulses[2], state.DepressionPulses[2], state.RefusedPulses[2]) = (4, 3, 99);
        devices.Write(state);
        devices.Fire(2, rising: false);

        // Pulse 7 of device 2 in layer 1: block 1, word 3.
        var word = new RandomNumbers(Seed, StreamKind.CycleNoise, 1).Words(2, step: 1).W3;
        Near.Equal(0.499 + Sigma * NormalDeviate.FromWord(word), devices.Fraction(2), 1e-7, "u");
    }

    [Fact]
    public void Noise_stops_at_the_ends_of_the_window_and_a_pulse_counts_one_all_the_same()
    {
        var devices = Place(SmallDevices.Linear(4).WithNoise(0.3, NoiseReference.Window), count: 2_000, position: 2);
        var ends = new HashSet<double>();
        for (var device = 0; device < 2_000; device++)
        {
            Assert.True(devices.Fire(device, rising: device % 2 == 0));
            Assert.InRange(devices.Fraction(device), 0, 1);
            if (devices.Fraction(device) is 0 or 1) ends.Add(devices.Fraction(device));
        }

        Assert.Equal([0, 1], ends.Order());
        Assert.Equal(new PulseTotals(1_000, 1_000, 0), devices.Read().Totals());
    }

    [Fact]
    public void Noise_of_nothing_is_no_noise()
    {
        var devices = Place(SmallDevices.Linear(7).WithNoise(0, NoiseReference.Window), count: 1, position: 3);
        devices.Fire(0, rising: true);
        Assert.Equal(4 << DevicePosition.Bits, devices.Codes[0]);
        Assert.Null(devices.Read().PositionsQ16);
    }

    private static void Judge(
        DeviceOptions device, double sigma, bool rising, Func<double, double, double, double> error)
    {
        var branch = device.CreateLaw().Branch(!rising);
        var devices = Place(device, Devices, position: 500);
        var errors = new double[Rounds][];
        for (var round = 0; round < Rounds; round++)
            errors[round] = [.. Enumerable.Range(0, Devices).Select(k =>
            {
                var before = devices.Fraction(k);
                var expected = branch.Fraction(branch.Position(before) + (rising ? 1 : -1));
                devices.Fire(k, rising);
                return error(before, expected, devices.Fraction(k));
            })];

        double[] all = [.. errors.SelectMany(round => round)];
        Statistics.Mean(0, sigma, all, "noise");
        Statistics.NormalVariance(0, sigma, all, "noise");
        Statistics.Uncorrelated(0, sigma, all[1..], all, "neighbouring devices");
        for (var round = 1; round < Rounds; round++)
            Statistics.Uncorrelated(0, sigma, errors[round], errors[round - 1], $"pulse {round} and the one before");
    }

    private static ReferenceDevices Place(DeviceOptions device, int count, int position)
    {
        var devices = new ReferenceDevices(new WeightMapping(device, new MappingOptions()), count, Seed, layer: 1);
        var state = new LayerState(count);
        Array.Fill(state.Pulses, position);
        devices.Write(state);
        return devices;
    }
}
