using CrossbarSim.Core.Backends;
using CrossbarSim.Kernels.Devices;

namespace CrossbarSim.Kernels.Tests.Contract;

/// <summary>
/// The float contract written out, one operation after another, one replica after another: fast float engines give
/// these very bits.
/// </summary>
internal sealed class ScalarEngine : IEngine
{
    private const int Block = 256;

    private readonly ScalarNetwork[] _replicas;

    public ScalarEngine(EnginePlan plan)
    {
        var tables = new LawTables();
        (Plan, _replicas) = (plan, [.. plan.Replicas.Select(replica => new ScalarNetwork(plan, replica, tables))]);
    }

    public EnginePlan Plan { get; }

    public void WriteState(int replica, IReadOnlyList<LayerState> layers)
    {
        foreach (var (layer, state) in _replicas[replica].Layers.Zip(layers)) layer.Write(state);
    }

    public IReadOnlyList<LayerState> ReadState(int replica) => [.. _replicas[replica].Layers.Select(layer => layer.Read())];

    public void TrainAll(ReadOnlySpan<int> order, int batch, IReadOnlyList<BatchRule> rules, long firstSample)
    {
        for (var start = 0; start < order.Length; start += batch)
        {
            var samples = order.Slice(start, Math.Min(batch, order.Length - start)).ToArray();
            for (var r = 0; r < _replicas.Length; r++)
                _replicas[r].Train(samples, start / batch, rules[r], firstSample + start);
        }
    }

    public void FireSignsAll(SignPulseQuirks quirks)
    {
        foreach (var replica in _replicas) replica.FireSigns(quirks);
    }

    public PulseTotals[] TotalsAll() => [.. _replicas.Select(replica => replica.Layers.Aggregate(
        default(PulseTotals), (sum, layer) => sum + layer.Devices.Read().Totals()))];

    public Evaluation[] EvaluateAll(SampleChoice samples) => [.. _replicas.Select(replica =>
    {
        var (loss, correct, count) = (0.0, 0, Plan.Samples(samples).Count);
        foreach (var block in Enumerable.Range(0, count).Chunk(Block))
        {
            var sum = 0.0;
            foreach (var sample in block)
            {
                var (term, hit, _) = replica.Classify(samples, sample);
                (sum, correct) = (sum + term, correct + (hit ? 1 : 0));
            }

            loss += sum;
        }

        return new Evaluation(count == 0 ? 0 : loss / count, correct, count);
    })];

    public float[] Probabilities(int replica, SampleChoice samples) =>
        [.. Enumerable.Range(0, Plan.Samples(samples).Count)
            .SelectMany(sample => _replicas[replica].Classify(samples, sample).Probabilities)];

    public void Dispose()
    {
    }
}
