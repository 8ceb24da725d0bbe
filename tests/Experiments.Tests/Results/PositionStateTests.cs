using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using CrossbarSim.TestSupport;
using PureHDF;

namespace CrossbarSim.Experiments.Tests.Results;

/// <summary>Devices whose state is more than P: where they stand on which branch.</summary>
public sealed class PositionStateTests : IDisposable
{
    private const int Rows = 5;
    private const int Columns = 4;
    private const ulong Seed = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly ExponentialDeviceOptions _device = SmallDevices.TwoBranches(-0.5, 0.5, pulses: 30, downPulses: 20);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Positions_branches_and_accumulators_read_back_as_they_were_written()
    {
        var (layer, state) = (Layer(_device), State(_device));
        state.Accumulators = [.. Enumerable.Range(0, Rows * Columns).Select(k => 0.1f * k)];
        Write(layer, state);

        var read = StateFile.ReadCheckpoint(_folder["s.h5"], [layer]).Layers[0];

        Assert.Equal(state.Codes(), read.Codes());
        Assert.Equal(state.Branches, read.Branches);
        Assert.Equal(state.Accumulators, read.Accumulators);
    }

    [Fact]
    public void A_new_run_takes_positions_and_branches_where_they_are_there()
    {
        var (layer, state) = (Layer(_device), State(_device));
        Write(layer, state);
        Assert.Equal(state.Codes(), StateFile.ReadDevices(_folder["s.h5"], [layer])[0].Codes());

        Foreign(("pulses", new int[Rows * Columns]));
        var counters = StateFile.ReadDevices(_folder["s.h5"], [layer])[0];
        Assert.Equal(new int[Rows * Columns], counters.Codes());
        Assert.Null(counters.Branches);
    }

    [Fact]
    public void A_device_without_positions_takes_the_counters_only()
    {
        Write(Layer(_device), State(_device));

        var read = StateFile.ReadDevices(_folder["s.h5"], [Layer(SmallDevices.Linear(30))])[0];

        Assert.Null(read.PositionsQ16);
        Assert.Equal(State(_device).Pulses, read.Pulses);
    }

    [Fact]
    public void Conductances_are_those_of_the_engine_for_every_device_of_a_spread()
    {
        var device = _device.WithNoise(0.01, NoiseReference.Step)
            .WithSpread(new DeviceSpreadOptions { Gmin = 0.1, Gmax = 0.1, Gain = 0.3, A = 0.1 });
        var state = State(device);
        var engine = new ReferenceDevices(new WeightMapping(device, new MappingOptions()), Rows * Columns, Seed, layer: 2);
        engine.Write(state);

        var conductances = Layer(device).Conductances(state);

        for (var d = 0; d < conductances.Length; d++) Assert.Equal(engine.Conductance(d), conductances[d], 1e-18);
        Assert.Equal(conductances.Length, conductances.Distinct().Count());
    }

    [Fact]
    public void A_branch_is_0_or_1()
    {
        var problem = Refused(("branch", [.. Enumerable.Repeat(2, Rows * Columns)]));
        Assert.Equal("CBS0505", problem.Code);
        Assert.Contains("/layers/0/branch: 2 at layer 0, row 0, column 0 is outside 0 .. 1", problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_lies_on_its_branch()
    {
        // 21 pulses are on the rising branch, of 30, but not on the falling one, of 20.
        var positions = Enumerable.Repeat(20 << 16, Rows * Columns).ToArray();
        positions[^1]++;
        var problem = Refused(("position_q16", positions), ("pulses", Filled(20)), ("branch", Filled(1)));
        Assert.Equal("CBS0505", problem.Code);
        Assert.Contains("1310721 at layer 0, row 4, column 3 is outside 0 .. 1310720", problem.Message, StringComparison.Ordinal);
        Foreign(("position_q16", positions), ("pulses", Filled(20)), ("branch", Filled(0)));
        Assert.Equal(positions, StateFile.ReadDevices(_folder["s.h5"], [Layer(_device)])[0].PositionsQ16);
    }

    [Fact]
    public void A_counter_lies_on_its_branch() =>
        Assert.Contains("21 at layer 0, row 0, column 0 is outside 0 .. 20",
            Refused(("pulses", Filled(21)), ("branch", Filled(1))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_position_belongs_to_its_counter()
    {
        var problem = Refused(("position_q16", Filled((7 << 16) + (1 << 15))), ("pulses", Filled(7)));
        Assert.Equal("CBS0505", problem.Code);
        Assert.Contains("491520 at layer 0, row 0, column 0 is not the position of P = 7", problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_without_positions_cannot_be_resumed()
    {
        var layer = Layer(_device);
        Write(layer, new LayerState(Rows * Columns));

        Assert.Equal("CBS0502", Assert.Throws<DataFileException>(() => StateFile.ReadCheckpoint(_folder["s.h5"], [layer])).Code);
    }

    [Fact]
    public void A_checkpoint_of_a_falling_branch_of_another_length_cannot_be_resumed()
    {
        Write(Layer(_device), State(_device));

        var other = Layer(SmallDevices.TwoBranches(-0.5, 0.5, pulses: 30, downPulses: 40));
        Assert.Equal("CBS0507", Assert.Throws<DataFileException>(() => StateFile.ReadCheckpoint(_folder["s.h5"], [other])).Code);
    }

    private static int[] Filled(int value) => [.. Enumerable.Repeat(value, Rows * Columns)];

    private static StateLayer Layer(DeviceOptions device) =>
        new(new LayerShape(Rows, Columns, Bias: false), device, new MappingOptions(), layer: 2, Seed);

    // Devices at odd places of both branches.
    private static LayerState State(DeviceOptions device)
    {
        var end = device.CreateLaw().Depression.Pulses << DevicePosition.Bits;
        var codes = Enumerable.Range(0, Rows * Columns).Select(k =>
            DevicePosition.Code(k * 61_813 % end, depression: k % 3 == 1));
        return LayerState.FromCodes([.. codes], positions: true, branches: true);
    }

    private void Write(StateLayer layer, LayerState state) =>
        StateFile.Write(_folder["s.h5"], [layer], new StateSnapshot(Seed, 1, [state]));

    private DataFileException Refused(params (string Name, int[] Values)[] datasets)
    {
        Foreign([("pulses", new int[Rows * Columns]), .. datasets]);
        return Assert.Throws<DataFileException>(() => StateFile.ReadDevices(_folder["s.h5"], [Layer(_device)]));
    }

    private void Foreign(params (string Name, int[] Values)[] datasets)
    {
        var layer = new H5Group();
        foreach (var (name, values) in datasets) layer[name] = new H5Dataset(values, fileDims: [Rows, Columns]);
        new H5File { ["layers"] = new H5Group { ["0"] = layer } }.Write(_folder["s.h5"]);
    }
}
