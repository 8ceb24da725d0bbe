using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices.Variation;
using CrossbarSim.Core.Networks;

namespace CrossbarSim.Simulator.Bench.Trials;

/// <summary>
/// Raw pulses: 31 at every device of a 784 x 128 array in each update, rising and falling in turn, through the engine
/// like any training, so that it runs wherever the rule does.
/// </summary>
/// <remarks>
/// Rule stochastic with a rate so high that every line fires in every slot. Two samples of opposite label drive all
/// word lines alike; the second layer, two bit lines of opposite weights, turns the label's sign into that of the deltas of
/// the first. Its own devices, 256 of 100,608, move so little that their weights keep their signs. The sample's forward
/// and backward pass is part of the time: one multiply-add for 31 pulses.
/// </remarks>
internal sealed class SaturatedTrial : ITrial
{
    private const int Inputs = 784;
    private const int Outputs = 128;
    private const int Updates = 40;
    private const int Middle = 600;
    private const double Certain = 1e8;
    private const double OutputWeight = 0.25;

    // State and three accounts of a device read and written, its weight written.
    private const int DeviceBytes = 36;

    private static readonly NetworkShape Shape = NetworkShape.Dense([Inputs, Outputs, 2], Activation.Identity, bias: false);
    private static readonly int[] Order = [.. Enumerable.Range(0, Updates).Select(k => k % 2)];
    private static readonly Stochastic Rule =
        new(Certain, Stochastic.MostLength, UpdateManagement: false, LengthManagement: false);

    private readonly WeightMapping _array;
    private readonly WeightMapping _output = new(BenchedRule.Linear(30_000), new MappingOptions());
    private readonly IEngine _engine;
    private readonly BatchRule[] _rules;

    /// <param name="backend">Where.</param>
    /// <param name="sigma">Cycle-to-cycle noise in steps; 0 for none.</param>
    /// <param name="point">Replicas and threads.</param>
    public SaturatedTrial(IBackend backend, double sigma, BenchPoint point)
    {
        var device = BenchedRule.Linear(2 * Middle) with
        {
            Variation = sigma == 0 ? null : new() { C2c = new() { Sigma = sigma, Of = NoiseReference.Step } },
        };
        _array = new WeightMapping(device, new MappingOptions());
        _rules = [.. Enumerable.Repeat(Rule, point.Replicas)];
        _engine = backend.CreateEngine(new EnginePlan(
            Shape, [.. _rules.Select((_, r) => new ReplicaPlan((ulong)r + 1, [_array, _output]))],
            Samples(), SampleSet.Empty(Inputs), Batch: 1, point.Threads));
    }

    /// <summary>Pulses of one repeat at the devices of the array, in one network.</summary>
    public static long PulsesOfArray => (long)Inputs * Outputs * Stochastic.MostLength * Updates;

    /// <inheritdoc/>
    public Work Work => new(
        _engine.TotalsAll().Sum(total => (double)total.Requested), 0,
        (double)DeviceBytes * Inputs * Outputs * Updates * _rules.Length);

    /// <inheritdoc/>
    public void WarmUp()
    {
        Prepare();
        Run();
    }

    /// <summary>Back to the middle, with empty accounts.</summary>
    public void Prepare()
    {
        for (var replica = 0; replica < _rules.Length; replica++)
            _engine.WriteState(replica, [State(_array, Inputs * Outputs, _ => 0), State(_output, Outputs * 2, Opposite)]);
    }

    /// <inheritdoc/>
    public void Run() => _engine.TrainAll(Order, 1, _rules, 0);

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    private static double Opposite(int cell) => cell % 2 == 0 ? OutputWeight : -OutputWeight;

    private static LayerState State(WeightMapping mapping, int cells, Func<int, double> weight) => new(cells)
    {
        Pulses = [.. Enumerable.Range(0, cells).Select(cell => mapping.Nearest(weight(cell)).Plus)],
    };

    private static SampleSet Samples()
    {
        var inputs = new byte[2 * Inputs];
        Array.Fill(inputs, (byte)1);
        return new SampleSet(inputs, new byte[] { 0, 1 }, Inputs);
    }
}
