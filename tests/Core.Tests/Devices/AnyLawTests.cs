using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Options;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Devices;

/// <summary>What holds for every law.</summary>
public sealed class AnyLawTests
{
    private static readonly bool[] Directions = [false, true];

    [Fact]
    public void Sound_devices_have_no_problems() =>
        AnyLaw.Any.Sample(device => Assert.Empty(((IChecked)device).Check()));

    [Fact]
    public void Both_branches_rise_from_end_to_end_with_every_pulse() =>
        AnyLaw.Any.Sample(device =>
        {
            var law = device.CreateLaw();
            foreach (var depression in Directions)
            {
                var u = law.Branch(depression).Fractions();
                Assert.Equal(law.Branch(depression).Pulses + 1, u.Length);
                Assert.InRange(u.Length - 1, 1, DeviceOptions.MostPulses);
                Assert.Equal(0, u[0]);
                Near.Equal(1, u[^1], 2e-16, "the upper end");
                Assert.All(u.Zip(u.Skip(1)), pair => Assert.True(pair.First < pair.Second));
            }
        });

    [Fact]
    public void Between_whole_pulses_a_branch_rises_too_and_positions_are_found_again() =>
        Gen.Select(AnyLaw.Any, Gen.Double[0, 1], Gen.Bool).Sample((device, share, depression) =>
        {
            // Roundings of u, some 4e-16, where a branch is flattest: 2^-17 of the window a pulse, if the last is cut short.
            const double Resolved = 1e-9;
            var branch = device.CreateLaw().Branch(depression);
            var position = share * branch.Pulses;
            var u = branch.Fraction(position);
            Assert.InRange(u, 0, 1);
            Assert.InRange(branch.Fraction(Math.Min(position + 1e-3, branch.Pulses)), u, 1);
            Near.Equal(position, branch.Position(u), Resolved, "position");
        });

    [Fact]
    public void Only_laws_with_a_curve_for_each_direction_can_have_a_symmetry_point()
    {
        AnyLaw.OneCurve.Sample(device => Assert.Null(SymmetryPoint.Of(device.CreateLaw())));
        AnyLaw.TwoBranches.Where(device => !device.CreateLaw().IsOneCurve).Sample(device =>
        {
            var law = device.CreateLaw();
            var kind = SymmetryPoint.Kind(law);
            Assert.Equal(
                kind is AlternatingPulses.LeadThere or AlternatingPulses.LeadAway, SymmetryPoint.Of(law) is > 0 and < 1);
        });
    }
}
