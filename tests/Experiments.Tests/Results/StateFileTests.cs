using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Results;
using PureHDF;

namespace CrossbarSim.Experiments.Tests.Results;

public class StateFileTests
{
    [Theory]
    [InlineData(MappingKind.Offset, true)]
    [InlineData(MappingKind.Reference, false)]
    [InlineData(MappingKind.Differential, true)]
    [InlineData(MappingKind.Differential, false)]
    public void A_state_reads_back_as_it_was_written(MappingKind mapping, bool weights)
    {
        using var folder = new TemporaryFolder();
        var layers = States.Layers(mapping, 33, 7, 1);
        var snapshot = States.Snapshot(layers, weights);

        StateFile.Write(folder["state.h5"], layers, snapshot);

        States.AssertEqual(snapshot, StateFile.ReadCheckpoint(folder["state.h5"], layers));
        Assert.Equal(["state.h5"], folder.Files);
    }

    [Fact]
    public void The_same_state_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var layers = States.Layers(MappingKind.Differential, 5, 4, 3);

        StateFile.Write(folder["a.h5"], layers, States.Snapshot(layers));
        StateFile.Write(folder["b.h5"], layers, States.Snapshot(layers));

        Assert.Equal(File.ReadAllBytes(folder["a.h5"]), File.ReadAllBytes(folder["b.h5"]));
    }

    [Fact]
    public void Pairs_are_stored_in_three_dimensions_with_conductances_in_siemens()
    {
        using var folder = new TemporaryFolder();
        var layers = States.Layers(MappingKind.Differential, 3, 2);
        var snapshot = States.Snapshot(layers);
        StateFile.Write(folder["state.h5"], layers, snapshot);

        using var file = H5File.OpenRead(folder["state.h5"]);
        var conductances = file.Dataset("/layers/0/conductance_siemens");

        Assert.Equal([4ul, 2, 2], conductances.Space.Dimensions);
        Assert.Equal("siemens", conductances.Attribute("unit").Read<string>());
        var expected = snapshot.Layers[0].Pulses.Select(p => 1e-6 + p / 100.0 * 50e-6);
        Assert.All(expected.Zip(conductances.Read<double[]>()), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Fact]
    public void Counters_alone_start_a_new_run_with_empty_accounts()
    {
        using var folder = new TemporaryFolder();
        var layers = States.Layers(MappingKind.Offset, 6, 5, 4);
        var snapshot = States.Snapshot(layers);
        StateFile.Write(folder["state.h5"], layers, snapshot);

        var counters = StateFile.ReadDevices(folder["state.h5"], layers);

        Assert.All(counters.Zip(snapshot.Layers), pair => Assert.Equal(pair.Second.Pulses, pair.First.Pulses));
        Assert.All(counters, layer => Assert.Equal(default, layer.Totals()));
        Assert.All(counters, layer => Assert.Null(layer.Weights));
        Assert.All(counters.Zip(layers), pair => Assert.Equal(pair.Second.Devices, pair.First.RefusedPulses.Length));
    }

    [Fact]
    public void A_file_of_h5py_is_a_valid_start()
    {
        var counters = StateFile.ReadDevices(Golden.File("h5py-state.h5"), [States.Layer(5, 3), States.Layer(3, 2)]);

        Assert.Equal([0, 13, 26, 7, 20, 33, 14, 27, 40, 21, 34, 47, 28, 41, 54], counters[0].Pulses);
        Assert.Equal([100, 99, 99, 98, 98, 97], counters[1].Pulses);
    }

    [Fact]
    public void A_file_without_a_checkpoint_cannot_be_resumed_and_says_so()
    {
        var problem = Assert.Throws<DataFileException>(() =>
            StateFile.ReadCheckpoint(Golden.File("h5py-state.h5"), [States.Layer(5, 3), States.Layer(3, 2)]));

        Assert.Equal("CBS0506", problem.Code);
        Assert.Contains("/checkpoint", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_of_other_devices_cannot_be_resumed()
    {
        using var folder = new TemporaryFolder();
        StateLayer[] layers = [States.Layer(2, 2, pulses: 100)];
        StateFile.Write(folder["state.h5"], layers, States.Snapshot(layers));

        var problem = Assert.Throws<DataFileException>(() =>
            StateFile.ReadCheckpoint(folder["state.h5"], [States.Layer(2, 2, pulses: 200)]));

        Assert.Equal("CBS0507", problem.Code);
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_state_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        StateLayer[] layers = [States.Layer(2, 2)];
        StateFile.Write(folder["state.h5"], layers, States.Snapshot(layers));
        var before = File.ReadAllBytes(folder["state.h5"]);

        Assert.Throws<IOException>(() => AtomicFile.Write(folder["state.h5"], stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device");
        }));

        Assert.Equal(before, File.ReadAllBytes(folder["state.h5"]));
        Assert.Equal(["state.h5"], folder.Files);
    }

    [Fact]
    public void A_state_of_another_size_is_the_callers_mistake()
    {
        using var folder = new TemporaryFolder();
        var snapshot = new StateSnapshot(1, 0, [new LayerState(3)]);

        Assert.Throws<ArgumentOutOfRangeException>(() => StateFile.Write(folder["state.h5"], [States.Layer(2, 2)], snapshot));
        Assert.Empty(folder.Files);
    }
}
