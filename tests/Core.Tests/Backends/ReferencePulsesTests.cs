using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Networks;
using CsCheck;

namespace CrossbarSim.Core.Tests.Backends;

public sealed class ReferencePulsesTests
{
    private static readonly NetworkShape Shape = NetworkShape.Dense([3, 2], Activation.Relu, bias: false);

    [Theory]
    [InlineData(MappingKind.Offset)]
    [InlineData(MappingKind.Differential)]
    public void Every_pulse_asked_for_is_fired_or_refused_and_every_counter_accounted_for(MappingKind kind) =>
        Gen.Int[-1, 1].Array[6].Array[1, 40].Sample(rounds =>
        {
            var pulses = Devices(kind, most: 5);
            Place(pulses, 2);
            var totals = default(PulseTotals);
            foreach (var directions in rounds) totals += Fire(pulses, directions, default);

            var perWeight = kind == MappingKind.Differential ? 2 : 1;
            Assert.Equal(perWeight * rounds.Sum(round => round.Count(d => d != 0)), totals.Requested);
            var devices = State(pulses);
            Assert.Equal(devices.Totals(), totals);
            for (var k = 0; k < devices.Pulses.Length; k++)
            {
                Assert.Equal(2 + devices.PotentiationPulses[k] - devices.DepressionPulses[k], devices.Pulses[k]);
                Assert.InRange(devices.Pulses[k], 0, 5);
            }
        });

    [Fact]
    public void A_pulse_against_the_end_is_refused_and_the_weight_stays_the_devices()
    {
        var pulses = Devices(MappingKind.Offset, most: 4);
        var weights = pulses.Arrays[0].Weights();
        double[] before = [.. weights];
        weights[0] -= 0.3;
        Assert.Equal(new PulseTotals(0, 0, 1), pulses.Fire(0, weights, before, default));
        Assert.Equal(before, weights);
        Assert.Equal(1, State(pulses).RefusedPulses[0]);
    }

    [Fact]
    public void With_the_quirk_a_weight_that_was_not_pulsed_keeps_its_trained_value()
    {
        var pulses = Devices(MappingKind.Offset, most: 4);
        var weights = pulses.Arrays[0].Weights();
        double[] before = [.. weights];
        weights[0] -= 0.3;
        weights[1] += 1e-9;
        pulses.Fire(0, weights, before, new SignPulseQuirks(SharedCounters: false, KeepTrainedAtEnds: true));
        Assert.Equal(before[0] - 0.3, weights[0]);
        Assert.Equal(-0.5, weights[1]);
    }

    [Fact]
    public void One_step_of_a_pair_moves_its_two_devices_in_opposite_directions()
    {
        var pulses = Devices(MappingKind.Differential, most: 4);
        Place(pulses, 2);
        Assert.Equal(new PulseTotals(2, 2, 0), Fire(pulses, [1, -1, 0, 0, 0, 0], default));
        Assert.Equal([3, 1, 1, 3, 2, 2], State(pulses).Pulses[..6]);
        Assert.Equal([0.5, -0.5, 0.0], pulses.Arrays[0].Weights()[..3]);
    }

    [Fact]
    public void A_pair_at_one_end_still_fires_its_other_device()
    {
        var pulses = Devices(MappingKind.Differential, most: 4);
        Assert.Equal(new PulseTotals(1, 0, 1), Fire(pulses, [1, 0, 0, 0, 0, 0], default));
        Assert.Equal([1, 0], State(pulses).Pulses[..2]);
    }

    [Fact]
    public void Shared_counters_of_a_narrower_layer_are_those_at_the_same_row_and_column()
    {
        var shape = NetworkShape.Dense([3, 4, 2], Activation.Relu, bias: false);
        var mapping = Mapping(MappingKind.Offset, most: 9);
        var pulses = new ReferencePulses(shape, [mapping, mapping]);
        double[] before = new double[8];
        pulses.Fire(1, Enumerable.Range(0, 6).Select(k => k == 5 ? 1.0 : 0).ToArray(), before.AsSpan(0, 6),
            new SignPulseQuirks(SharedCounters: true, KeepTrainedAtEnds: true));

        // Row 2, column 1: of two columns the sixth weight, of the first layer's four the tenth device.
        Assert.Equal(1, State(pulses).Pulses[9]);
        Assert.Equal(1, State(pulses).Pulses.Sum());
        Assert.Equal(0, State(pulses, 1).Pulses.Sum());
    }

    private static LayerState State(ReferencePulses pulses, int layer = 0) => pulses.Arrays[layer].Devices.Read();

    private static void Place(ReferencePulses pulses, int counter)
    {
        var state = State(pulses);
        Array.Fill(state.Pulses, counter);
        pulses.Arrays[0].Devices.Write(state);
    }

    private static PulseTotals Fire(ReferencePulses pulses, int[] directions, SignPulseQuirks quirks)
    {
        double[] weights = [.. directions.Select(d => (double)d)];
        return pulses.Fire(0, weights, new double[weights.Length], quirks);
    }

    private static ReferencePulses Devices(MappingKind kind, int most) => new(Shape, [Mapping(kind, most)]);

    private static WeightMapping Mapping(MappingKind kind, int most) =>
        new(new LinearDeviceOptions { Gmin = 1e-6, Gmax = 2e-6, Pulses = most }, new MappingOptions { Kind = kind });
}
