using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;
using CrossbarSim.Core.Problems;
using CrossbarSim.Experiments.Options;
using CrossbarSim.Experiments.Results;
using CrossbarSim.Experiments.Tests.Training;
using CrossbarSim.TestSupport;
using PureHDF;

namespace CrossbarSim.Experiments.Tests.Results;

/// <summary>What a state file and a summary say of devices that take no pulse any more.</summary>
public sealed class StuckMapTests : IDisposable
{
    private const int Rows = 30;
    private const int Columns = 20;
    private const ulong Seed = 8;

    private static readonly DeviceOptions Device = SmallDevices.Linear().Varied(_ => new VariationOptions
    {
        Faults = new FaultOptions
        {
            StuckGmin = 0.1,
            StuckGmax = 0.1,
            StuckAnywhere = 0.1,
            Unformed = 0.1,
            Sluggish = new SluggishOptions { Share = 0.1 },
        },
        Endurance = new EnduranceOptions { Pulses = 10 },
        Write = new WriteNoiseOptions { Sigma = 0.2 },
    });

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_map_has_a_code_for_every_reason_and_reads_back()
    {
        var state = State();
        Write(state);

        using var file = H5File.OpenRead(_folder["s.h5"]);
        var dataset = file.Dataset("/layers/0/stuck");
        var map = dataset.Read<byte[]>();
        Assert.Equal([(ulong)Rows, Columns], dataset.Space.Dimensions);
        Assert.Equal(StuckMap.Legend, dataset.Attribute("unit").Read<string>());
        Assert.Equal([0, 1, 2, 3, 4, 5], map.Distinct().Order().Select(code => (int)code));
        var faults = new DevicePopulation(Device, Seed, 0, Rows * Columns).Faults!;
        for (var k = 0; k < map.Length; k++)
            Assert.Equal(faults[k] is DeviceFault.None or DeviceFault.Sluggish ? k % 2 == 0 ? 5 : 0 : (int)faults[k], map[k]);
        Assert.Equal(state.Codes(), StateFile.ReadCheckpoint(_folder["s.h5"], [Layer(Device, Seed)]).Layers[0].Codes());
    }

    [Fact]
    public void A_map_of_another_seed_cannot_be_resumed()
    {
        Write(State());
        var problem = Assert.Throws<DataFileException>(
            () => StateFile.ReadCheckpoint(_folder["s.h5"], [Layer(Device, Seed + 1)]));
        Assert.Equal("CBS0507", problem.Code);
        Assert.Contains("/layers/0/stuck", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Conductances_are_those_that_are_seen_and_none_is_below_0()
    {
        var state = State();
        var engine = new ReferenceDevices(new WeightMapping(Device, new MappingOptions()), Rows * Columns, Seed, layer: 0);
        engine.Write(state);

        var conductances = Layer(Device, Seed).Conductances(state);

        for (var d = 0; d < conductances.Length; d++) Assert.Equal(engine.Conductance(d), conductances[d], 1e-18);
        Assert.Equal(0, conductances.Min());
        Assert.True(conductances.Max() > 50e-6, "what is seen may lie above the window");
    }

    [Fact]
    public void A_summary_counts_them_and_one_of_sound_devices_does_not()
    {
        var state = State();
        var map = Layer(Device, Seed).Stuck(state)!;
        var pulses = PulseSummary.Of([state], [Layer(Device, Seed)]);
        Assert.Equal((map.Count(code => code is > 0 and < 5), map.Count(code => code == 5)),
            (pulses.StuckDevices, pulses.WornOutDevices));
        Assert.Null(PulseSummary.Of([state], [Layer(SmallDevices.Linear(), Seed)]).StuckDevices);
    }

    [Fact]
    public void Float_rules_read_numbers_without_noise()
    {
        var device = SmallDevices.Linear().Varied(_ => new VariationOptions { Read = new ReadNoiseOptions { Sigma = 1 } });
        Assert.Equal(SmallRuns.Train(SmallRuns.Experiment(new SgdOptions()))[0].Rows,
            SmallRuns.Train(SmallRuns.Experiment(new SgdOptions(), device))[0].Rows);
    }

    private static StateLayer Layer(DeviceOptions device, ulong seed) =>
        new(new LayerShape(Rows, Columns, Bias: false), device, new MappingOptions(), layer: 0, seed);

    // As an engine leaves it: stuck devices where they are stuck, and every other device at the end of its life.
    private static LayerState State()
    {
        var devices = new ReferenceDevices(new WeightMapping(Device, new MappingOptions()), Rows * Columns, Seed, layer: 0);
        devices.Write(new LayerState(Rows * Columns) { Pulses = [.. Enumerable.Range(0, Rows * Columns).Select(k => k % 21)] });
        for (var k = 0; k < Rows * Columns; k++)
            for (var pulse = 0; pulse < (k % 2 == 0 ? 30 : 8); pulse++) devices.Fire(k, rising: pulse % 2 == 0);
        return devices.Read();
    }

    private void Write(LayerState state) =>
        StateFile.Write(_folder["s.h5"], [Layer(Device, Seed)], new StateSnapshot(Seed, 1, [state]));
}
