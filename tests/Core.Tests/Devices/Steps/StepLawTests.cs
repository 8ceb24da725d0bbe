using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices.Steps;

public sealed class StepLawTests
{
    private static readonly Gen<double> Steps = Gen.Double[0.001, 0.99];

    [Fact]
    public void Every_pulse_up_closes_the_share_of_what_is_left_until_nothing_is() =>
        Steps.Sample(step =>
        {
            var branch = SmallDevices.SoftBounds(step, 0.5).CreateLaw().Potentiation;
            var u = branch.Fractions();
            for (var p = 1; p < branch.Pulses; p++) Near.Equal(1 - Math.Pow(1 - step, p), u[p], 1e-12, $"P = {p}");
            Assert.InRange(1 - u[^2], StepLaw.EndDistance, 1);
            Assert.InRange((1 - u[^2]) * (1 - step), 0, StepLaw.EndDistance);
            Assert.Equal((0, 1), (u[0], u[^1]));
        });

    [Fact]
    public void Falling_is_the_mirror_image_of_rising() =>
        Steps.Sample(step =>
        {
            var law = SmallDevices.SoftBounds(step, step).CreateLaw();
            var (up, down) = (law.Potentiation.Fractions(), law.Depression.Fractions());
            Near.Equal([.. up.Reverse().Select(u => 1 - u)], down, 1e-15, "u");
            Assert.False(law.IsOneCurve);
        });

    [Fact]
    public void A_law_that_is_cut_after_so_many_pulses_jumps_to_its_end_with_the_last()
    {
        var u = SmallDevices.SoftBounds(0.25, 0.5, pulses: 3).CreateLaw().Potentiation.Fractions();
        Near.Equal([0, 0.25, 0.4375, 1], u, 1e-15, "u");
    }

    [Fact]
    public void Between_whole_pulses_the_conductance_is_linear_and_positions_are_found_again() =>
        Gen.Select(Steps, Gen.Double[0, 1]).Sample((step, share) =>
        {
            var branch = SmallDevices.SoftBounds(step, 0.5).CreateLaw().Potentiation;
            var position = share * branch.Pulses;
            var below = Math.Min((int)position, branch.Pulses - 1);
            var (low, high) = (branch.Fraction(below), branch.Fraction(below + 1));
            Near.Equal(low + (position - below) * (high - low), branch.Fraction(position), 1e-14, "u");
            Near.Equal(position, branch.Position(branch.Fraction(position)), 1e-8, "position");
        });

    [Fact]
    public void Every_pulse_moves_the_step_of_its_law_and_the_last_what_is_left() =>
        AnyLaw.StepLaws.Sample(device =>
        {
            var (law, (up, down)) = (device.CreateLaw(), Branches(device));
            Judge(up, law.Potentiation.Fractions());
            Judge(down, [.. law.Depression.Fractions().Reverse().Select(u => 1 - u)]);
        });

    [Fact]
    public void A_device_from_between_whole_pulses_moves_full_steps_up_to_the_end_that_cuts_the_last_short() =>
        Gen.Select(Gen.Double[0.011, 0.9], Gen.Double[0, 1]).Sample((step, start) =>
        {
            // The place where the end is reached is rounded to 32nds of a pulse.
            var branch = new ConstantStepBranchOptions { Step = step }.Walk(DeviceOptions.MostPulses).Rising();
            var position = start;
            var u = branch.Fraction(position);
            while (++position <= branch.Pulses)
            {
                u = Math.Min(1, u + step);
                Near.Equal(u, branch.Fraction(position), step / 64 + StepLaw.EndDistance, $"u at {position}");
            }

            Assert.InRange(branch.Fraction(position - 1), 1 - step - 1e-12, 1);
        });

    [Fact]
    public void Linear_steps_of_gamma_1_and_power_steps_of_1_are_soft_bounds_and_of_0_constant() =>
        Steps.Sample(step =>
        {
            double[] Linear(double gamma) => Of(new LinearStepBranchOptions { Step = step, Gamma = gamma });
            double[] Power(double gamma) => Of(new PowStepBranchOptions { Step = step, Gamma = gamma });
            var (soft, constant) = (Of(new SoftBoundsBranchOptions { Step = step }),
                Of(new ConstantStepBranchOptions { Step = step }));
            Near.Equal(soft, Linear(1), 1e-12, "linear-step of 1");
            Near.Equal(soft, Power(1), 1e-12, "pow-step of 1");
            Near.Equal(constant, Linear(0), 0, "linear-step of 0");
            Near.Equal(constant, Power(0), 0, "pow-step of 0");
            Near.Equal(constant, Of(new PiecewiseBranchOptions { Step = step, Nodes = [1, 1, 1] }), 0, "piecewise of 1");
            Near.Equal(constant, Of(new ExpStepBranchOptions { Step = step, Amplitude = 0, Gamma = 1 }), 0, "exp-step of 0");
        });

    [Fact]
    public void A_depression_that_is_not_given_is_the_mirror_image_of_potentiation()
    {
        var law = AnyLaw.PowStep(new PowStepBranchOptions { Step = 0.1, Gamma = 0.7 }).CreateLaw();
        Near.Equal([.. law.Potentiation.Fractions().Reverse().Select(u => 1 - u)], law.Depression.Fractions(), 1e-15, "u");
    }

    [Fact]
    public void Only_fractions_that_rise_from_0_to_1_are_a_curve()
    {
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0]));
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0, 0.5, 0.5, 1]));
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0.1, 1]));
        Assert.Throws<ArgumentException>(() => new SteppedCurve([0, 0.9]));
        Assert.Equal(3, new SteppedCurve([0, 0.2, 0.3, 1]).Pulses);
    }

    private static double[] Of(StepBranchOptions branch) => branch.Walk(DeviceOptions.MostPulses).Rising().Fractions();

    private static void Judge(StepBranchOptions branch, double[] covered)
    {
        var last = covered.Length - 1;
        for (var p = 0; p < last - 1; p++)
            Near.Equal(covered[p] + branch.Move(covered[p]), covered[p + 1], 1e-12, $"way after pulse {p + 1}");
        Assert.InRange(covered[last] - covered[last - 1], 0, branch.Move(covered[last - 1]) + StepLaw.EndDistance);
    }

    private static (StepBranchOptions Up, StepBranchOptions Down) Branches(DeviceOptions device) => device switch
    {
        ConstantStepDeviceOptions law => (law.Potentiation, law.Depression!),
        LinearStepDeviceOptions law => (law.Potentiation, law.Depression!),
        SoftBoundsDeviceOptions law => (law.Potentiation, law.Depression!),
        ExpStepDeviceOptions law => (law.Potentiation, law.Depression!),
        PowStepDeviceOptions law => (law.Potentiation, law.Depression!),
        PiecewiseDeviceOptions law => (law.Potentiation, law.Depression!),
        _ => throw new ArgumentOutOfRangeException(nameof(device)),
    };
}
