using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Steps;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Experiments.Comparing;

namespace CrossbarSim.Experiments.Tests.Comparing;

public sealed class IdealVariantTests
{
    private static readonly VariationOptions Noise = new()
    {
        C2c = new CycleNoiseOptions { Sigma = 0.01, Of = NoiseReference.Window },
        D2d = new DeviceSpreadOptions { Gmax = 0.05, Gamma = 0.1 },
    };

    private static readonly LinearStepDeviceOptions Steps = new()
    {
        Gmin = 1e-6,
        Gmax = 9e-6,
        Potentiation = new LinearStepBranchOptions { Step = 0.01, Gamma = 0.5 },
        Depression = new LinearStepBranchOptions { Step = 0.02, Gamma = 0.2 },
        Variation = Noise,
    };

    [Fact]
    public void Each_parameter_is_ideal_alone()
    {
        var variants = IdealVariants.Of([Steps]).ToDictionary(v => v.Parameter, v => v.Layers[0]);
        Assert.Equal(["asymmetry", "c2c", "d2d", "nonlinearity", "states"], variants.Keys.Order(StringComparer.Ordinal));

        var (own, linear) = (Steps.CreateLaw(), Assert.IsType<LinearDeviceOptions>(variants["nonlinearity"]));
        Assert.Equal(own.Potentiation.Pulses, linear.CreateLaw().Potentiation.Pulses);
        Assert.Equal(own.Depression.Pulses, linear.CreateLaw().Depression.Pulses);
        Assert.Equal(Noise.C2c, linear.Variation!.C2c);
        Assert.Equal(0.05, linear.Variation.D2d!.Gmax);

        Assert.Equal(own.Potentiation.Fractions(), variants["asymmetry"].Fractions(), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.True(variants["asymmetry"].CreateLaw().IsOneCurve);
        Assert.Equal((null, Noise.D2d), (variants["c2c"].Variation!.C2c, variants["c2c"].Variation!.D2d));
        Assert.Equal((Noise.C2c, null), (variants["d2d"].Variation!.C2c, variants["d2d"].Variation!.D2d));
        var finer = variants["states"].CreateLaw().Potentiation.Pulses;
        Assert.InRange(finer, 3.9 * own.Potentiation.Pulses, 4.1 * own.Potentiation.Pulses);
    }

    [Fact]
    public void What_is_ideal_already_has_no_variant() =>
        Assert.Equal(["states"], IdealVariants.Of([new LinearDeviceOptions { Gmin = 0, Gmax = 1e-6, Pulses = 7500 }])
            .Select(v => v.Parameter));

    [Fact]
    public void More_states_than_a_device_may_have_are_no_variant() =>
        Assert.Empty(IdealVariants.Of([new LinearDeviceOptions { Gmin = 0, Gmax = 1e-6, Pulses = 7501 }]));

    [Fact]
    public void A_layer_that_is_ideal_already_stays_as_it_is()
    {
        var linear = new LinearDeviceOptions { Gmin = 0, Gmax = 1e-6 };
        var variant = IdealVariants.Of([Steps, linear]).Single(v => v.Parameter == "nonlinearity");
        Assert.IsType<LinearDeviceOptions>(variant.Layers[0]);
        Assert.Same(linear, variant.Layers[1]);
    }
}
