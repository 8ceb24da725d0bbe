using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Programming;
using CrossbarSim.TestSupport;

namespace CrossbarSim.Core.Tests.Programming;

public sealed class ArrayProgrammerTests
{
    private const int Weights = 5000;

    private static readonly double[] Wanted = [.. Enumerable.Range(0, Weights).Select(k => k * 37 % 101 / 50.0 - 1)];

    [Theory]
    [InlineData(MappingKind.Offset)]
    [InlineData(MappingKind.Reference)]
    [InlineData(MappingKind.Differential)]
    public void Devices_without_variation_are_within_half_a_step_either_way(MappingKind kind)
    {
        var mapping = Mapping(SmallDevices.Linear(), kind);
        foreach (var verify in (WriteVerifyOptions?[])[null, WriteVerifyOptions.For(mapping.Device)])
        {
            var array = new ArrayProgrammer(mapping, verify).Program(Wanted, 1, 0);

            Near.Equal(new double[array.Errors.Count], array.Errors, 0.0256, "distance from the target");
            Near.Equal(Wanted, new AgedArray(mapping, Weights, 1, 0).Weights(array.State), 2 * 0.0256, "weights");
            Assert.Equal(array.Cells.Sum(cell => cell.Pulses), array.State.Totals().Potentiation);
            Assert.Equal(0, array.Clipped);
        }
    }

    [Fact]
    public void Devices_that_only_rise_leave_one_of_a_pair_at_the_low_end()
    {
        var rising = SmallDevices.Linear() with { Direction = DeviceDirection.Potentiation };
        var mapping = Mapping(rising, MappingKind.Differential, PairUpdate.One);
        var state = new ArrayProgrammer(mapping, null).Program(Wanted, 1, 0).State;

        Assert.All(Enumerable.Range(0, Weights), cell =>
            Assert.Equal(0, state.Pulses[2 * cell + (Wanted[cell] > 0 ? 1 : 0)]));
    }

    [Fact]
    public void Weights_beyond_the_range_are_counted_and_programmed_as_its_end()
    {
        var array = new ArrayProgrammer(Mapping(SmallDevices.Linear(), MappingKind.Offset), null).Program([2, -1.5, 1, 0], 1, 0);

        Assert.Equal(2, array.Clipped);
        Assert.Equal([20, 0, 20, 10], array.State.Pulses);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var device = SmallDevices.TwoBranches(-0.5, 0.5).WithNoise(0.02, NoiseReference.Window)
            .WithSpread(new DeviceSpreadOptions { A = 0.1, Gain = 0.1, Gmax = 0.05 });
        var programmer = new ArrayProgrammer(Mapping(device, MappingKind.Differential), WriteVerifyOptions.For(device));
        var (one, many) = (programmer.Program(Wanted, 7, 1), programmer.Program(Wanted, 7, 1, threads: 4));

        Assert.Equal(one.State.PositionsQ16, many.State.PositionsQ16);
        Assert.Equal(one.Cells, many.Cells);
        Assert.Equal(one.Errors, many.Errors);
    }

    private static WeightMapping Mapping(DeviceOptions device, MappingKind kind, PairUpdate pair = PairUpdate.Both) =>
        new(device, new MappingOptions { Kind = kind, Pair = pair });
}
