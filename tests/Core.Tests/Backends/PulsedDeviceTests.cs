using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Backends;

public sealed class PulsedDeviceTests
{
    private const double HalfPosition = 0.5 / DevicePosition.One;

    private static readonly VoltageOptions Voltage = new()
    {
        Potentiation = new VoltageBranchOptions { Amplitude = 1.2, Width = 1e-7, Threshold = 0.7, Exponent = 3 },
        Depression = new VoltageBranchOptions { Amplitude = -1.3, Width = 2e-7, Threshold = -0.8, EFold = 0.15 },
    };

    private static readonly LinearDeviceOptions Linear = SmallDevices.Linear(1_000) with { Voltage = Voltage };

    [Fact]
    public void A_ramp_moves_as_far_as_the_formula_says() =>
        Gen.Select(Gen.Double[0.71, 1.2], Gen.Double[1.2, 2], Gen.Int[1, 40]).Sample((first, last, count) =>
        {
            var device = new PulsedDevice(Linear);
            foreach (var pulse in new PulseRamp(count, new Ramp(first, last), null).Of(Voltage, rising: true)) device.Fire(pulse);
            double Volts(int k) => count == 1 ? last : first + k * (last - first) / (count - 1);
            var expected = Enumerable.Range(0, count).Sum(k => Math.Pow((Volts(k) - 0.7) / 0.5, 3));
            Near.Equal(Math.Min(1, expected / 1_000), device.Fraction, count * HalfPosition / 1_000 + 1e-12, "u");
        });

    [Fact]
    public void Falling_pulses_have_their_own_sign_width_and_law()
    {
        var device = new PulsedDevice(Linear);
        device.StartAtTop();
        var train = new PulseRamp(10, new Ramp(1.5, 1.5), new Ramp(2e-7, 6e-7)).Of(Voltage, rising: false).ToList();
        foreach (var pulse in train) device.Fire(pulse);

        Assert.All(train, pulse => Assert.Equal(-1.5, pulse.Volts));
        Assert.Equal((2e-7, 6e-7), (train[0].Seconds, train[^1].Seconds));
        var gain = (Math.Exp(1.5 / 0.15) - Math.Exp(0.8 / 0.15)) / (Math.Exp(1.3 / 0.15) - Math.Exp(0.8 / 0.15));
        Near.Equal(1 - gain * 10 * 2 / 1_000, device.Fraction, 1e-6, "u");
    }

    [Fact]
    public void Pulses_below_the_threshold_move_nothing_and_make_no_noise()
    {
        var noisy = Linear with { Variation = new() { C2c = new() { Sigma = 0.1, Of = NoiseReference.Window } } };
        var device = new PulsedDevice(noisy);
        for (var k = 0; k < 10; k++) device.Fire(new Pulse(true, 0.7, 1e-6));
        Assert.Equal(0, device.Fraction);
        device.Fire(new Pulse(true, 100, 1));
        Assert.InRange(device.Fraction, 0.3, 1);
    }

    [Fact]
    public void Nominal_pulses_walk_the_law_and_the_noise_can_be_left_aside()
    {
        var options = SmallDevices.SoftBounds(0.05, 0.08).WithNoise(0.5, NoiseReference.Step)
            .WithSpread(new DeviceSpreadOptions { Gain = 0.5 });
        var exact = new PulsedDevice(options, noise: false);
        var (noisy, same) = (new PulsedDevice(options), new PulsedDevice(options));
        var branch = options.CreateLaw().Potentiation;
        for (var n = 1; n <= 30; n++)
        {
            foreach (var device in new[] { exact, noisy, same }) device.Fire(rising: true);
            Near.Equal(branch.Fraction(n), exact.Fraction, 1e-12, "u");
            Near.Equal((double)n / branch.Pulses, exact.Position, 1e-12, "p");
            Assert.Equal(same.Fraction, noisy.Fraction);
        }

        Assert.NotEqual(exact.Fraction, noisy.Fraction);
        Near.Equal(options.Window.Conductance(exact.Fraction), exact.Siemens, 1e-20, "G");
    }

    [Fact]
    public void A_device_without_voltages_takes_no_volts() =>
        Assert.Throws<InvalidOperationException>(() => new PulsedDevice(SmallDevices.Linear(9)).Fire(new Pulse(true, 1, 1)));
}
