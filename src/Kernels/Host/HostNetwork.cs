using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Networks;
using CrossbarSim.Kernels.Arithmetic;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Host;

/// <summary>One replica on the CPU: its layers, and what happens in them during a mini-batch.</summary>
internal sealed class HostNetwork
{
    private readonly NetworkShape _shape;
    private readonly Workers _workers;
    private readonly Activity _activity;
    private readonly Aligned<float>[] _transposed;
    private readonly StochasticPulses[] _stochastic;
    private readonly long _weights;

    /// <param name="plan">Network and sizes.</param>
    /// <param name="replica">Devices and seed.</param>
    /// <param name="tables">Laws by mapping.</param>
    /// <param name="workers">Threads for one mini-batch.</param>
    public HostNetwork(EnginePlan plan, ReplicaPlan replica, LawTables tables, Workers workers)
    {
        (_shape, _workers) = (plan.Network, workers);
        Layers = [.. plan.Network.Layers.Select((shape, l) =>
            new HostLayer(shape, replica.Mappings[l], tables.Of(replica.Mappings[l]), replica.Seed, l))];
        _weights = plan.Network.Layers.Sum(layer => (long)layer.Weights);
        _activity = new Activity(Layers, plan.Network.Activation, plan.Batch);
        _transposed = new Aligned<float>[Layers.Length];
        _stochastic = [.. Layers.Select((layer, l) => new StochasticPulses(layer, replica.Seed, l))];
    }

    /// <summary>The layers, from the input on.</summary>
    public HostLayer[] Layers { get; }

    /// <summary>Prepares the weights for a rule: those of the devices, or on their own from now on.</summary>
    public void Begin(BatchRule rule)
    {
        foreach (var layer in Layers)
            if (rule is PulseRule) layer.ReturnToDevices();
            else layer.LeaveDevices();
    }

    /// <summary>Trains one mini-batch.</summary>
    /// <param name="set">All samples.</param>
    /// <param name="batch">The mini-batch.</param>
    /// <param name="rule">What to do with it.</param>
    public void Train(SparseSamples set, MiniBatch batch, BatchRule rule)
    {
        for (var l = 1; l < Layers.Length; l++) _transposed[l] = Layers[l].Transpose();
        var reads = ReadNumbers.Training(rule, batch.FirstSample);
        _workers.Split(batch.Samples.Length, 2 * _weights * batch.Samples.Length, granularity: 8, (from, to) =>
        {
            _activity.Forward(set, batch.Samples, from, to, reads);
            _activity.Backward(set, batch.Samples, _transposed, from, to);
        });
        for (var l = 0; l < Layers.Length; l++) Update(l, set, batch, rule);
    }

    private void Update(int l, SparseSamples set, MiniBatch batch, BatchRule rule)
    {
        var layer = Layers[l];
        switch (rule)
        {
            case Adam { Forget: true } adam:
                Rows(l, batch, new FreshAdamRowStep(layer.Weights, AdamFactors.At(adam, 1)));
                break;
            case Adam adam:
                Rows(l, batch, layer.NextStep(adam));
                break;
            case Sgd sgd:
                Rows(l, batch, new SgdRowStep(layer.Weights, (float)sgd.Rate));
                break;
            case BatchSign sign:
                Rows(l, batch, new BatchSignRowStep(layer, Threshold(l, batch, sign)));
                break;
            case Accumulate accumulate:
                Accumulate(l, batch, accumulate);
                break;
            case Stochastic stochastic:
                Stochastic(l, set, batch, stochastic);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(rule), rule, "no such rule");
        }
    }

    private void Accumulate(int l, MiniBatch batch, Accumulate rule)
    {
        var (layer, rate) = (Layers[l], (float)rule.Rate);
        if (layer.Devices.EqualStep is { } step) Rows(l, batch, Step(new EqualSteps(step)));
        else Rows(l, batch, Step(new OwnSteps(layer.Steps)));

        AccumulateRowStep<TSteps> Step<TSteps>(TSteps steps)
            where TSteps : struct, IStepThresholds => new(layer, layer.Accumulators, steps, rate, rule.MaxPulses);
    }

    private float Threshold(int l, MiniBatch batch, BatchSign rule)
    {
        if (rule.Quantile is not { } quantile) return (float)rule.Threshold;
        if (batch.Index % rule.QuantileEvery == 0)
        {
            var gradients = new Aligned<float>(Layers[l].Weights.Length);
            Rows(l, batch, new GradientRowStep(gradients));
            Layers[l].HeldThreshold = NearestRank.Of(gradients.Span, quantile);
        }

        return Layers[l].HeldThreshold;
    }

    private void Stochastic(int l, SparseSamples set, MiniBatch batch, Stochastic rule)
    {
        for (var b = 0; b < batch.Samples.Length; b++)
        {
            var sample = batch.Samples[b];
            var step = (uint)(batch.FirstSample + b);
            var deltas = _activity.Deltas(l).Span.Slice(b * Layers[l].Stride, Layers[l].Shape.Outputs);
            if (l == 0) _stochastic[l].Run(rule, set.Columns(sample), set.Levels(sample), deltas, step);
            else _stochastic[l].Run(rule,
                _activity.Outputs(l - 1).Span.Slice(b * Layers[l - 1].Stride, Layers[l].Shape.Inputs), deltas, step);
        }
    }

    private void Rows<TStep>(int l, MiniBatch batch, TStep step)
        where TStep : struct, IRowStep =>
        _workers.Split(Layers[l].Shape.Rows, (long)Layers[l].Shape.Weights * batch.Samples.Length,
            GradientStep.Together, (from, to) =>
        {
            var (inputs, count) = (Layers[l].Shape.Inputs, batch.Samples.Length);
            if (l == 0) Inputs(batch.Columns, from, Math.Min(to, inputs), step);
            else Hidden(l, from, Math.Min(to, inputs), count, step);
            if (to > inputs) GradientStep.Bias(count, ref _activity.Deltas(l).At(0), inputs, Layers[l].Stride, step);
        });

    private void Inputs<TStep>(BatchColumns columns, int from, int to, TStep step)
        where TStep : struct, IRowStep
    {
        ref var deltas = ref _activity.Deltas(0).At(0);
        for (var row = from; row < to; row++)
            if (columns.Samples(row) is var samples && (TStep.MovesIdleRows || !samples.IsEmpty))
                GradientStep.Sparse(samples, columns.Values(row), ref deltas, row, Layers[0].Stride, step);
    }

    private void Hidden<TStep>(int l, int from, int to, int batch, TStep step)
        where TStep : struct, IRowStep
    {
        var (inputs, xStride) = (_activity.Outputs(l - 1), Layers[l - 1].Stride);
        for (var row = from; row < to; row += GradientStep.Together)
            GradientStep.Dense(ref inputs.At(row), xStride, batch, ref _activity.Deltas(l).At(0),
                row, Math.Min(GradientStep.Together, to - row), Layers[l].Stride, step);
    }
}
