using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Programming;
using CrossbarSim.Experiments.Datasets;
using CrossbarSim.Experiments.Results;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>
/// Programs a float network onto simulated devices and measures what is left of it; a function of the options, whatever the
/// threads.
/// </summary>
public sealed class Transfer
{
    private readonly FloatNetwork _network;
    private readonly TransferOptions _options;
    private readonly MappingOptions _mapping;
    private readonly EnginePlan _plan;

    /// <summary>Prepares a transfer.</summary>
    /// <param name="network">The float network, which fits the data.</param>
    /// <param name="options">How it is programmed.</param>
    /// <param name="data">The data set; only its test samples are used.</param>
    /// <param name="threads">Threads at most.</param>
    public Transfer(FloatNetwork network, TransferOptions options, Dataset data, int threads)
    {
        (_network, _options, _mapping) = (network, options, options.MappingOf(network));
        WeightMapping[] mappings = [.. network.Weights.Select((_, layer) => new WeightMapping(options.Device, _mapping, layer))];

        // Nothing is trained, but an engine wants a training sample.
        _plan = new EnginePlan(network.Shape, mappings, data.Training.Slice(0, 1), data.Test, 1, threads, options.Seed);
    }

    /// <summary>Programs and measures every array.</summary>
    /// <param name="backend">Where the test samples are classified.</param>
    /// <param name="finished">Told the number of each finished array, from 1.</param>
    /// <param name="stop">Stops before the next array.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public TransferResult Run(IBackend backend, Action<int> finished, CancellationToken stop)
    {
        var ideal = Ideal(backend);
        List<TransferredArray> arrays = [];
        for (var index = 0; index < _options.Seeds; index++)
        {
            stop.ThrowIfCancellationRequested();
            var seed = unchecked(_options.Seed + (ulong)index);
            using var engine = backend.CreateEngine(_plan with { Replicas = [new ReplicaPlan(seed, _plan.Mappings)] });
            arrays.Add(Measure(engine, seed, Program(seed)));
            finished(arrays.Count);
        }

        return new TransferResult(_network, _options, _mapping, ideal, arrays);
    }

    // No device is read, so none may disturb what is read.
    private Evaluation Ideal(IBackend backend)
    {
        var device = _options.Device with { Variation = null };
        var mappings = _plan.Mappings.Select((_, layer) => new WeightMapping(device, _mapping, layer)).ToList();
        using var engine = backend.CreateEngine(_plan with { Replicas = [new ReplicaPlan(_options.Seed, mappings)] });
        return Evaluate(engine, [.. _plan.Mappings.Select((_, layer) => new LayerState(_plan.Devices(layer)))], _network.Weights);
    }

    private IReadOnlyList<ProgrammedArray> Program(ulong seed) => [.. _network.Weights.Select((weights, layer) =>
        new ArrayProgrammer(_plan.Mappings[layer], _options.OpenLoop ? null : _options.Verify)
            .Program(weights, seed, layer, _plan.Threads))];

    private TransferredArray Measure(IEngine engine, ulong seed, IReadOnlyList<ProgrammedArray> layers)
    {
        var states = layers.Select(layer => layer.State).ToList();
        var arrays = _plan.Network.Layers.Select((shape, layer) =>
            new AgedArray(_plan.Mappings[layer], shape.Weights, seed, layer)).ToList();
        Evaluation At(Func<AgedArray, LayerState, double[]> weights) =>
            Evaluate(engine, states, [.. arrays.Zip(states, weights)]);
        return new TransferredArray(seed, layers, At((array, state) => array.Weights(state)),
            [.. _options.Times.Select((seconds, reading) => new AgeingRow(
                seconds, At((array, state) => array.Weights(state, seconds, reading))))]);
    }

    private static Evaluation Evaluate(IEngine engine, IReadOnlyList<LayerState> states, IReadOnlyList<double[]> weights)
    {
        engine.WriteState([.. states.Zip(weights, (state, own) =>
        {
            var shown = state.WithAccounts(state);
            shown.Weights = own;
            return shown;
        })]);
        return engine.Evaluate(SampleChoice.Test);
    }
}
