using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.TestSupport;
using CsCheck;

namespace CrossbarSim.Core.Tests.Arrays;

public sealed class WeightMappingTests
{
    private static readonly double[] Constants = [0.2, 0.8, -0.2, -0.8, 3, double.PositiveInfinity];

    /// <summary>A bent or linear device with 1 to 300 pulses, and a scale.</summary>
    private static readonly Gen<(double A, int Pulses, double Wmax)> Devices =
        Gen.Select(Gen.Int[0, Constants.Length - 1], Gen.Int[1, 300], Gen.Double[-2, 2], (a, pulses, power) =>
            (Constants[a], pulses, Math.Pow(10, power)));

    [Fact]
    public void Offset_weights_end_at_the_scale_and_its_negative() =>
        Devices.Sample(device =>
        {
            var mapping = Map(MappingKind.Offset, device);
            Near.Equal([-device.Wmax, device.Wmax], [mapping.Table[0], mapping.Table[^1]], 4e-16 * device.Wmax, "ends");
            Assert.Equal((mapping.Table[0], mapping.Table[^1]), mapping.Range);
            Assert.Equal((1, device.Pulses), (mapping.DevicesPerWeight, mapping.Pulses));
        });

    [Fact]
    public void Reference_weights_have_no_mean_over_the_states() =>
        Devices.Sample(device =>
        {
            var mapping = Map(MappingKind.Reference, device);

            // The mean is a sum of up to 301 numbers below 1, each rounded.
            Near.Equal(0, mapping.Table.Average(), 1e-13 * device.Wmax, "mean weight");
            Near.Equal(2 * device.Wmax, mapping.Table[^1] - mapping.Table[0], 1e-15 * device.Wmax, "span");
            Assert.Equal((mapping.Table[0], mapping.Table[^1]), mapping.Range);
        });

    [Fact]
    public void A_curved_law_shifts_the_mean_of_offset_weights_but_not_of_reference_weights()
    {
        var device = (A: 0.8, Pulses: 100, Wmax: 1.0);
        Assert.InRange(Map(MappingKind.Offset, device).Table.Average(), -0.21, -0.19);
        Assert.InRange(Map(MappingKind.Reference, device).Table.Average(), -1e-14, 1e-14);
    }

    [Fact]
    public void A_pair_is_the_difference_of_two_devices_and_spans_both_signs() =>
        Devices.Sample(device =>
        {
            var mapping = Map(MappingKind.Differential, device);
            Assert.Equal(2, mapping.DevicesPerWeight);
            Near.Equal(0, mapping.Table[0], 0, "the low end of one device");
            Near.Equal(device.Wmax, mapping.Table[^1], 4e-16 * device.Wmax, "the high end of one device");
            Assert.Equal(-mapping.Range.Low, mapping.Range.High);
            Assert.Equal(mapping.Table[^1], mapping.Range.High);
        });

    [Theory]
    [InlineData(MappingKind.Offset)]
    [InlineData(MappingKind.Reference)]
    public void The_nearest_counter_is_the_one_that_trying_all_finds(MappingKind kind) =>
        Gen.Select(Devices, Gen.Double[-1.5, 1.5]).Sample((device, part) =>
        {
            var mapping = Map(kind, device);
            var weight = part * device.Wmax;
            var (plus, minus) = mapping.Nearest(weight);
            Assert.Equal(0, minus);
            Assert.Equal(mapping.Table.Min(w => Math.Abs(w - weight)), Math.Abs(mapping.Table[plus] - weight));
        });

    [Fact]
    public void The_nearest_pair_stands_about_the_middle_and_minus_makes_up_for_plus() =>
        Gen.Select(Devices, Gen.Double[-1, 1]).Sample((device, part) =>
        {
            var mapping = Map(MappingKind.Differential, device);
            var table = mapping.Table;
            var weight = part * device.Wmax;
            var (plus, minus) = mapping.Nearest(weight);
            var rounding = 1e-15 * device.Wmax;

            var half = (device.Wmax + weight) / 2;
            Near.Equal(table.Min(w => Math.Abs(w - half)), Math.Abs(table[plus] - half), rounding, "plus");
            Near.Equal(
                table.Min(w => Math.Abs(table[plus] - w - weight)),
                Math.Abs(table[plus] - table[minus] - weight), rounding, "pair");
        });

    [Fact]
    public void A_pair_of_linear_devices_is_never_more_than_half_a_step_off()
    {
        var mapping = Map(MappingKind.Differential, (double.PositiveInfinity, 100, 1));
        for (var weight = -1.0; weight <= 1; weight += 0.0037)
        {
            var (plus, minus) = mapping.Nearest(weight);
            Assert.InRange(Math.Abs(mapping.Table[plus] - mapping.Table[minus] - weight), 0, 0.005 + 1e-12);
        }
    }

    [Fact]
    public void The_nearest_fraction_is_the_one_that_trying_all_finds() =>
        Gen.Select(Devices, Gen.Double[-0.2, 1.2]).Sample((device, wanted) =>
        {
            var mapping = Map(MappingKind.Reference, device);
            var fractions = Device(device).Fractions();
            Assert.Equal(
                fractions.Min(u => Math.Abs(u - wanted)), Math.Abs(fractions[mapping.NearestFraction(wanted)] - wanted));
        });

    [Fact]
    public void Weights_beyond_the_range_go_to_the_ends()
    {
        var device = (A: 0.8, Pulses: 7, Wmax: 1.0);
        Assert.Equal((7, 0), Map(MappingKind.Offset, device).Nearest(2));
        Assert.Equal((0, 0), Map(MappingKind.Offset, device).Nearest(-2));
        Assert.Equal((7, 0), Map(MappingKind.Differential, device).Nearest(1));
        Assert.Equal((0, 7), Map(MappingKind.Differential, device).Nearest(-1));
    }

    [Fact]
    public void The_reference_of_two_branches_stands_between_their_means()
    {
        var device = SmallDevices.TwoBranches(-0.5, 0.5, 50, 80);
        var mapping = new WeightMapping(device, new MappingOptions { Kind = MappingKind.Reference });
        var (up, down) = (mapping.Law.Potentiation.Fractions(), mapping.Law.Depression.Fractions());
        Near.Equal((up.Average() + down.Average()) / 2, mapping.Middle, 1e-15, "middle");
        Near.Equal(0, mapping.Weight(mapping.Middle), 0, "weight of the middle");
    }

    [Fact]
    public void A_layer_has_its_own_scale_or_the_only_one()
    {
        var options = new MappingOptions { Wmax = [0.5, 2] };
        Assert.Equal(0.5, new WeightMapping(SmallDevices.Linear(), options, layer: 0).Wmax);
        Assert.Equal(2, new WeightMapping(SmallDevices.Linear(), options, layer: 1).Wmax);
        Assert.Equal(3, new WeightMapping(SmallDevices.Linear(), new MappingOptions { Wmax = [3] }, layer: 7).Wmax);
    }

    [Fact]
    public void Devices_stand_between_whole_pulses_where_branches_noise_or_gains_bring_them_there()
    {
        static bool Has(DeviceOptions device) => new WeightMapping(device, new MappingOptions()).HasPositions;
        Assert.False(Has(SmallDevices.OneCurve(0.8).WithSpread(new() { A = 0.1, Gmax = 0.1 }).WithNoise(0, default)));
        Assert.True(Has(SmallDevices.TwoBranches(0.5, 0.5)));
        Assert.True(Has(SmallDevices.Linear().WithNoise(0.01, default)));
        Assert.True(Has(SmallDevices.Linear().WithSpread(new() { Gain = 0.1 })));
    }

    private static WeightMapping Map(MappingKind kind, (double A, int Pulses, double Wmax) device) =>
        new(Device(device), new MappingOptions { Kind = kind, Wmax = [device.Wmax] });

    private static ExponentialDeviceOptions Device((double A, int Pulses, double Wmax) device) => new()
    {
        Gmin = 1e-6,
        Gmax = 50e-6,
        Pulses = device.Pulses,
        Potentiation = new ExponentialBranchOptions { A = device.A },
    };
}
