using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Accelerators.Arguments;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Accelerators.Rules;

/// <summary>
/// <see cref="Stochastic"/> on an accelerator: the trains of all samples of a mini-batch are made first, then every
/// device walks through them.
/// </summary>
internal sealed class StochasticUpdate(AcceleratorMemory memory, KernelLoader kernels, AcceleratorNetwork network)
    : RuleUpdate(memory, kernels, network)
{
    private readonly FlatBuffer<TrainSettings>[] _settings =
        [.. network.Layers.Select(_ => memory.Zeros<TrainSettings>())];
    private readonly FlatBuffer<PulseTrains> _plans = memory.Zeros<PulseTrains>();
    private readonly FlatBuffer<uint> _rows = memory.Zeros<uint>();
    private readonly FlatBuffer<uint> _columns = memory.Zeros<uint>();

    /// <inheritdoc/>
    public override void Take(IReadOnlyList<BatchRule> rules)
    {
        for (var l = 0; l < _settings.Length; l++)
            _settings[l].Write([.. rules.Cast<Stochastic>().Select((rule, replica) =>
                TrainSettings.Of(rule, Network.Layers[l].Devices.Law(replica).Granularity))]);
    }

    /// <inheritdoc/>
    public override void Apply(int layer, TrainedBatch batch)
    {
        var entries = Network.Layers[layer].Size.Rows * batch.Count;
        if (layer == 0) Run(layer, batch, batch.Inputs, batch.Lines, batch.Entries);
        else Run(layer, batch, Network.DenseInputs(layer), Dense(layer, batch.Count), entries);
    }

    private void Run<TInputs, TLines>(int layer, TrainedBatch batch, TInputs inputs, TLines lines, int entries)
        where TInputs : struct, ISampleInputs
        where TLines : struct, ILineInputs
    {
        var (state, deltas) = (Network.Layers[layer], Network.Deltas(layer));
        var size = state.Size with { Batch = batch.Count };
        var samples = Network.Replicas * batch.Count;
        var numbers = new TrainNumbers(state.Devices.Arrays.Laws, layer, (uint)batch.Source.FirstSample);
        _plans.Reserve(samples);
        _columns.Reserve(checked(samples * size.Stride));
        _rows.Reserve(checked(Network.Replicas * entries));
        Kernels.TrainPlans<TInputs>()(samples, size, inputs, deltas, _settings[layer].View, _plans.View);
        Kernels.RowTrains<TLines>()(Network.Replicas * size.Rows, size, lines, numbers, _plans.View, _rows.View);
        Kernels.ColumnTrains(samples * size.Outputs, size, numbers, deltas, _plans.View, _columns.View);
        Kernels.Coincidences<TLines>()(Network.Replicas * size.Rows * size.Tiles, size, lines, state.Devices.Arrays,
            new TrainViews(_rows.View, _columns.View), deltas, state.Weights);
    }
}
