using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Imports;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Options;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices.Imports;

/// <summary>Single pulses of converted devices against the formulas in the original's own terms.</summary>
public sealed class AihwkitDevicesTests
{
    private static readonly ConductanceWindow Window = new(1e-6, 50e-6);

    private static readonly Gen<(AihwkitSteps Steps, double Weight)> States = Gen.Select(
        Gen.Double[0.001, 0.05], Gen.Double[-0.9, 0.9], Gen.Double[-1.5, -0.3], Gen.Double[0.3, 1.5], Gen.Double[0.01, 0.99],
        (size, upDown, low, high, share) => (new AihwkitSteps(size, upDown, low, high), low + share * (high - low)));

    [Fact]
    public void Only_one_direction_is_shortened()
    {
        Near.Equal([0.02, 0.014], Sizes(0.3), 1e-17, "falling");
        Near.Equal([0.014, 0.02], Sizes(-0.3), 1e-17, "rising");
        Near.Equal([0.02, 0.02], Sizes(0), 0, "none");
    }

    [Fact]
    public void Linear_steps_shrink_with_the_weight_over_its_bound() =>
        Gen.Select(States, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((state, up, down) =>
        {
            var (steps, w) = state;
            var device = new AihwkitDevices(steps, Window).LinearStep(up, -down);
            Judge(steps, w, device.Potentiation, device.Depression!,
                steps.Up * (1 - up * w / steps.WMax), steps.Down * (1 - down * w / steps.WMin));
        });

    [Fact]
    public void Soft_bounds_are_linear_steps_that_end_at_the_bound() =>
        States.Sample(state =>
        {
            var (steps, w) = state;
            var device = new AihwkitDevices(steps, Window).SoftBounds();
            Judge(steps, w, device.Potentiation, device.Depression!,
                steps.Up * (1 - w / steps.WMax), steps.Down * (1 - w / steps.WMin));
        });

    [Fact]
    public void Exponential_steps_use_the_scaled_weight() =>
        Gen.Select(States, Gen.Double[-2, 0.5], Gen.Double[-3, 3], Gen.Double[-1, 1], Gen.Double[-1, 1]).Sample(
            (state, amplitude, gamma, a, b) =>
            {
                var (steps, w) = state;
                var device = new AihwkitDevices(steps, Window).ExpStep((amplitude, gamma), (amplitude / 2, 1), a, b);
                var z = 2 * a * w / steps.Range + b;
                Judge(steps, w, device.Potentiation, device.Depression!,
                    steps.Up * Math.Max(0, 1 - amplitude * Math.Exp(gamma * z)),
                    steps.Down * Math.Max(0, 1 - amplitude / 2 * Math.Exp(-z)));
            });

    [Fact]
    public void Power_steps_use_the_distance_over_the_range() =>
        Gen.Select(States, Gen.Double[0.1, 3], Gen.Double[-0.9, 0.9]).Sample((state, gamma, upDown) =>
        {
            var (steps, w) = state;
            var device = new AihwkitDevices(steps, Window).PowStep(gamma, upDown);
            var (up, down) = (gamma * (1 + Math.Min(upDown, 0)), gamma * (1 + Math.Min(-upDown, 0)));
            Judge(steps, w, device.Potentiation, device.Depression!,
                steps.Up * Math.Pow((steps.WMax - w) / steps.Range, up),
                steps.Down * Math.Pow((w - steps.WMin) / steps.Range, down));
        });

    [Fact]
    public void Piecewise_lists_run_from_the_lowest_weight()
    {
        var steps = new AihwkitSteps(0.02, 0, -0.5, 0.8);
        var device = new AihwkitDevices(steps, Window).Piecewise([1.5, 1, 0.5], [0.5, 1, 1.6]);
        Judge(steps, -0.5, device.Potentiation, device.Depression!, 0.03, 0.01);
        Judge(steps, 0.15 + 0.325, device.Potentiation, device.Depression!, 0.015, 0.026);
        Judge(steps, 0.8, device.Potentiation, device.Depression!, 0.01, 0.032);
    }

    [Fact]
    public void Every_preset_of_the_two_ended_kind_is_a_sound_device()
    {
        // ReRamES, EcRam, EcRamMO, Capacitor and Idealized of aihwkit.
        DeviceOptions[] devices =
        [
            Of(0.00135, 0.259359, -1, 1).ExpStep((-1.18445, 5), (-0.081404, 5), -0.5, -0.5),
            Of(0.002, 0, -0.8276, 1.1724).LinearStep(0.1153, 0.5085),
            Of(2.8214e-4, 0, -0.8286, 1.1714).LinearStep(0.4152, 0.7342),
            Of(0.005, 0, -1, 1).LinearStep(0.05, 0.05),
            Of(0.0002, 0, -1, 1).ConstantStep(),
            Of(0.002, 0, -0.75, 1.25).SoftBounds(),
        ];
        Assert.All(devices, device => Assert.Empty(((IChecked)device).Check()));
        Assert.Equal(10_000, devices[4].CreateLaw().Potentiation.Pulses);
    }

    [Fact]
    public void A_step_relative_to_a_bound_of_zero_is_refused() =>
        Assert.Throws<ArgumentException>(() => Of(0.01, 0, 0, 2).SoftBounds());

    private static AihwkitDevices Of(double dwMin, double upDown, double wMin, double wMax) =>
        new(new AihwkitSteps(dwMin, upDown, wMin, wMax), Window);

    private static double[] Sizes(double upDown)
    {
        var steps = new AihwkitSteps(0.02, upDown, -0.6, 0.6);
        return [steps.Up, steps.Down];
    }

    private static void Judge(
        AihwkitSteps steps, double weight, StepBranchOptions up, StepBranchOptions down, double rise, double fall)
    {
        var u = steps.Fraction(weight);
        Near.Equal(rise, up.Move(u) * steps.Range, 1e-13, "rising pulse");
        Near.Equal(fall, down.Move(1 - u) * steps.Range, 1e-13, "falling pulse");
    }
}
