using System.Globalization;
using System.Text;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Randomness;
using CrossbarSim.Experiments.Fitting;

namespace CrossbarSim.Experiments.Tests.Fitting;

/// <summary>Devices whose pulses are noisy as the simulator's are, and read with noise.</summary>
public sealed class CycleNoiseTests : MeasuredFile
{
    [Fact]
    public void Noise_of_the_window_is_found()
    {
        var noise = Fit(Simulate(cycles: 20, ofWindow: 0.01, read: 0.005)).Noise!;
        Assert.True(noise.IsSeen);
        Assert.Equal(NoiseReference.Window, noise.FitsBetter);
        Assert.Equal(0.01, noise.OfWindow, 0.0005);
        Assert.Equal(0.005, noise.Read, 0.0005);
    }

    [Fact]
    public void Noise_of_the_step_is_found()
    {
        var noise = Fit(Simulate(cycles: 20, ofStep: 0.8)).Noise!;
        Assert.True(noise.IsSeen);
        Assert.Equal(NoiseReference.Step, noise.FitsBetter);

        // A device that noise brought to an end early has no steps left there, and no noise.
        Assert.InRange(noise.OfStep, 0.7, 0.85);
    }

    [Fact]
    public void Read_noise_is_not_taken_for_noise_of_pulses()
    {
        var result = Fit(Simulate(cycles: 5, read: 0.02));
        Assert.False(result.Noise!.IsSeen);
        Assert.Equal(0.02, result.Noise.Read, 0.002);
        Assert.Null(result.Device.Variation);
    }

    [Fact]
    public void The_device_has_the_noise_and_the_spread_that_were_measured()
    {
        var result = Fit(Simulate(cycles: 4, devices: 12, ofWindow: 0.01, spread: 0.05));
        Assert.Equal("exponential", result.Chosen.Fit.Law);
        Assert.Equal(0.01, result.Device.Variation!.C2c!.Sigma, 0.001);
        Assert.InRange(result.Device.Variation.D2d!.Gmax!.Sigma!.Value.Value, 0.02, 0.09);
        Assert.Equal(12, result.Devices.Count);
        Assert.All(result.Spreads, s => Assert.Equal(12, s.Devices));
    }

    [Fact]
    public void Equal_devices_have_no_spread_and_two_are_too_few_for_one()
    {
        Assert.All(Fit(Simulate(cycles: 1, devices: 4)).Spreads, s => Assert.Equal(0, s.Relative, 1e-7));
        Assert.Empty(Fit(Simulate(cycles: 2, devices: 2, read: 0.01)).Spreads);
    }

    [Fact]
    public void A_law_that_is_asked_for_is_written()
    {
        var result = new MeasurementFitter(Read(Simulate(cycles: 1, read: 0.01)), "x").Run("pow-step")!;
        Assert.Equal("pow-step", result.Chosen.Fit.Law);
        Assert.StartsWith(
            "pow-step by weighted least squares to measured.csv (202 rows", result.Device.Source!.Fit, StringComparison.Ordinal);
    }

    private FitResult Fit(string text) => new MeasurementFitter(Read(text), "x").Run()!;

    private static string Simulate(
        int cycles, int devices = 1, double ofWindow = 0, double ofStep = 0, double read = 0, double spread = 0)
    {
        const int Pulses = 100;
        var text = new StringBuilder("device,cycle,direction,pulse,conductance\n");
        for (var device = 0u; device < devices; device++)
        {
            var own = new RandomNumbers(11, StreamKind.DeviceSpread);
            var gmax = 50e-6 * (1 + spread * own.Normal(device));
            var curves = new[] { -0.5, 0.3 }.Select(a => new CrossbarSim.Core.Devices.ExponentialCurve(a)).ToArray();
            var numbers = new RandomNumbers(5, StreamKind.CycleNoise);
            var (u, drawn) = (0.0, 0u);
            for (var cycle = 0; cycle < cycles; cycle++)
                foreach (var up in new[] { true, false })
                    for (var n = 0; n <= Pulses; n++)
                    {
                        if (n > 0)
                        {
                            var curve = curves[up ? 0 : 1];
                            var next = curve.Fraction(Math.Clamp(curve.Position(u) + (up ? 1.0 : -1.0) / Pulses, 0, 1));
                            u = Math.Clamp(next + (ofWindow + ofStep * (next - u)) * numbers.Normal(device, drawn), 0, 1);
                        }

                        var siemens = 5e-6 + (gmax - 5e-6) * (u + read * numbers.Normal(device, drawn++, 1));
                        text.AppendLine(string.Create(
                            CultureInfo.InvariantCulture, $"D{device},{cycle},{(up ? "up" : "down")},{n},{siemens:R}"));
                    }
        }

        return text.ToString();
    }
}
