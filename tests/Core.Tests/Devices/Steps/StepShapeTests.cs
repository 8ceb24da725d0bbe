using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices.Steps;

/// <summary>Devices of a step law whose gamma differs from the nominal one.</summary>
public sealed class StepShapeTests
{
    private static readonly Gen<double> Factors = Gen.Double[0.4, 1.6];

    [Fact]
    public void They_have_the_nominal_pulses_and_the_nominal_last_step() =>
        Gen.Select(AnyLaw.ShapedStepLaws, Factors, Factors).Sample((device, up, down) =>
        {
            var (nominal, own) = (device.CreateLaw(), device.CreateLaw(up, down));
            Assert.Equal(nominal.Potentiation.Pulses, own.Potentiation.Pulses);
            Assert.Equal(nominal.Depression.Pulses, own.Depression.Pulses);
            Near.Equal(nominal.Potentiation.Fractions()[^2], own.Potentiation.Fractions()[^2], 1e-15, "last step up");
            Near.Equal(nominal.Depression.Fractions()[1], own.Depression.Fractions()[1], 1e-15, "last step down");
        });

    [Fact]
    public void Their_steps_are_those_of_their_gamma_times_one_factor() =>
        Gen.Select(AnyLaw.ShapedStepLaws, Factors).Sample((device, factor) =>
        {
            // The factor is solved for to 1e-13 of N.
            var branch = Potentiation(device);
            var u = device.CreateLaw(potentiationShape: factor).Potentiation.Fractions();
            var own = branch.Shaped(device.ShapeKey!, factor * branch.ShapeValue(device.ShapeKey!));
            var common = u[1] / own.Profile(0);
            for (var p = 1; p < u.Length - 2; p++)
                Near.Equal(common * own.Profile(u[p]), u[p + 1] - u[p], 1e-11, $"step {p}");
        });

    [Fact]
    public void They_change_smoothly_with_it() =>
        Gen.Select(AnyLaw.ShapedStepLaws, Gen.Double[0.41, 1.59]).Sample((device, factor) =>
        {
            // A kink or a jump would show at once: curvatures come to some hundreds where few pulses cross the window.
            const double Apart = 1e-4;
            double[] U(double shape) => device.CreateLaw(shape).Potentiation.Fractions();
            var (below, at, above) = (U(factor - Apart), U(factor), U(factor + Apart));
            for (var p = 0; p < at.Length; p++)
                Near.Equal(at[p], (below[p] + above[p]) / 2, 1e-5, $"u[{p}] between its neighbours");
        });

    [Fact]
    public void A_factor_of_one_is_the_nominal_device() =>
        AnyLaw.ShapedStepLaws.Sample(device => Near.Equal(
            device.CreateLaw().Potentiation.Fractions(),
            [.. StepLaw.WalkAlike(Potentiation(device).Move, Potentiation(device).Walk(device.Pulses)).Covered], 1e-11, "u"));

    [Fact]
    public void A_shape_that_does_not_come_to_the_end_is_an_error() => Assert.Throws<ArgumentException>(() =>
        AnyLaw.LinearStep(new LinearStepBranchOptions { Step = 0.1, Gamma = 0.9 }).CreateLaw(potentiationShape: 1.5));

    private static StepBranchOptions Potentiation(DeviceOptions device) => device switch
    {
        LinearStepDeviceOptions linear => linear.Potentiation,
        ExpStepDeviceOptions exp => exp.Potentiation,
        _ => ((PowStepDeviceOptions)device).Potentiation,
    };
}
