using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

public sealed class VoltageBranchOptionsTests
{
    private static readonly VoltageBranchOptions Power = new()
    {
        Amplitude = 1.5,
        Width = 1e-6,
        Threshold = 0.5,
        Exponent = 3,
    };

    private static readonly VoltageBranchOptions Exponential = Power with { Exponent = null, EFold = 0.1 };
    private static readonly VoltageBranchOptions Falling = Power with { Amplitude = -1.2, Threshold = -0.7 };

    private static readonly VoltageBranchOptions[] Forms =
    [
        Power, Exponential, Falling, Power with { WidthExponent = 0.4 }, Falling with { Exponent = null, EFold = 0.3 },
        Power with { Exponent = null },
    ];

    private static readonly Gen<VoltageBranchOptions> Any = Gen.Int[0, 5].Select(form => Forms[form]);

    [Fact]
    public void The_nominal_pulse_has_the_gain_one() =>
        Any.Sample(branch => Near.Equal(1, branch.Gain(branch.Amplitude, branch.Width), 0, "gain"));

    [Fact]
    public void Nothing_moves_up_to_the_threshold_or_at_the_other_sign_or_without_width() =>
        Gen.Select(Any, Gen.Double[0, 1]).Sample((branch, share) =>
        {
            Assert.Equal(0, branch.Gain(share * branch.Threshold, branch.Width));
            Assert.Equal(0, branch.Gain(branch.Threshold, branch.Width));
            Assert.Equal(0, branch.Gain(-3 * share * branch.Amplitude, branch.Width));
            Assert.Equal(0, branch.Gain(branch.Amplitude, 0));
            Assert.Equal(0, branch.Gain(double.NaN, branch.Width));
        });

    [Fact]
    public void Higher_and_longer_pulses_move_farther() =>
        Gen.Select(Any, Gen.Double[1.01, 3], Gen.Double[0.01, 5], Gen.Double[1e-9, 1e-3]).Sample((branch, up, share, width) =>
        {
            var volts = branch.Threshold + share * (branch.Amplitude - branch.Threshold);
            Assert.True(branch.Gain(branch.Threshold + (volts - branch.Threshold) * up, width) > branch.Gain(volts, width));
            Assert.True(branch.Gain(volts, width * up) > branch.Gain(volts, width));
        });

    [Fact]
    public void The_gain_is_the_published_form_over_that_of_the_nominal_pulse() =>
        Gen.Select(Gen.Double[0.51, 4], Gen.Double[1e-8, 1e-4]).Sample((volts, seconds) =>
        {
            // VTEAM: (V/Vth - 1)^alpha; Yakopcic: exp(V/v) - exp(Vth/v). Both times the width.
            double Vteam(double v) => Math.Pow(v / 0.5 - 1, 3);
            double Yakopcic(double v) => Math.Exp(v / 0.1) - Math.Exp(0.5 / 0.1);
            Relative(Vteam(volts) / Vteam(1.5) * seconds / 1e-6, Power.Gain(volts, seconds));
            Relative(Yakopcic(volts) / Yakopcic(1.5) * seconds / 1e-6, Exponential.Gain(volts, seconds));
            Relative(Math.Pow(seconds / 1e-6, 0.4), (Power with { WidthExponent = 0.4 }).Gain(1.5, seconds));
        });

    [Fact]
    public void A_steep_exponential_overflows_only_where_its_value_does()
    {
        var steep = Exponential with { Amplitude = 50, EFold = 0.01 };
        Near.Equal(Math.Exp(-1), steep.Gain(49.99, 1e-6), 1e-12, "gain");
        Assert.Equal(double.PositiveInfinity, steep.Gain(80, 1e-6));
    }

    [Fact]
    public void A_nominal_pulse_that_moves_nothing_is_a_problem()
    {
        Assert.Equal(("CBS0224", "amplitude"), Only(Power with { Amplitude = 0 }));
        Assert.Equal(("CBS0224", "threshold"), Only(Power with { Threshold = 1.5 }));
        Assert.Equal(("CBS0224", "threshold"), Only(Power with { Threshold = -0.5 }));
        Assert.Equal(("CBS0225", "e_fold"), Only(Power with { EFold = 1 }));
        Assert.Empty(Power.Check().Concat(Exponential.Check()).Concat(Falling.Check()));
        Assert.Empty((Power with { Threshold = 0 }).Check());
    }

    [Fact]
    public void A_device_has_a_nominal_pulse_for_each_direction()
    {
        var voltage = new VoltageOptions { Potentiation = Power, Depression = Falling };
        Assert.Same(Power, voltage.Branch(depression: false));
        Assert.Same(Falling, voltage.Branch(depression: true));
    }

    private static void Relative(double expected, double actual) => Near.Equal(1, actual / expected, 1e-11, "ratio of gains");

    private static (string Code, string Path) Only(VoltageBranchOptions branch) =>
        Assert.Single(branch.Check().Select(problem => (problem.Code, problem.Path)));
}
