using CrossbarSim.Core.Backends;
using CrossbarSim.Simulator.Bench.Trials;

namespace CrossbarSim.Simulator.Bench;

/// <summary>Measures a backend, point after point.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="target">The backend.</param>
/// <param name="samples">What is trained on.</param>
/// <param name="measured">Told of every row.</param>
internal sealed class BenchRun(BenchOptions options, BenchTarget target, SampleSet samples, Action<BenchRow> measured)
{
    private readonly Dictionary<BenchPoint, double> _singleThread = [];
    private readonly HashSet<(string, string)> _warm = [];

    /// <summary>Measures first the ceilings, then everything else.</summary>
    /// <param name="stop">Cancelled: the points that are left are left out.</param>
    public void Measure(CancellationToken stop)
    {
        var plan = new BenchPlan(options, target);
        var ceilings = plan.Threads.ToDictionary(threads => threads, threads => CeilingOf(threads));
        foreach (var point in plan.Points().TakeWhile(_ => !stop.IsCancellationRequested))
        {
            using var trial = plan.Open(point, samples);
            var row = Row(point, trial);
            measured(WithEfficiency(point, row with
            {
                MultiplyAddCeiling = row.MultiplyAddsPerSecond is null ? null : ceilings[point.Threads].MultiplyAdds,
                CopyCeiling = row.BytesPerSecond is null ? null : ceilings[point.Threads].Bytes,
            }));
        }
    }

    private Ceiling CeilingOf(int threads)
    {
        using var peaks = target.Peaks(threads);
        var (arithmetic, memory) = (Peak(Measurements.MultiplyAdd), Peak(Measurements.Copy));
        return new Ceiling(arithmetic.MultiplyAddsPerSecond!.Value, memory.BytesPerSecond!.Value);

        BenchRow Peak(string measurement)
        {
            using var trial = new PeakTrial(peaks, measurement == Measurements.Copy);
            var row = Row(new BenchPoint(measurement, "", 0, 0, threads), trial);
            measured(row);
            return row;
        }
    }

    private BenchRow Row(BenchPoint point, ITrial trial)
    {
        var (spent, repeats) = Meter.Run(trial, options.Repeats, _warm.Add((point.Measurement, point.Rule)));
        var (work, busy) = (trial.Work, target.IsHost ? spent.CpuSeconds : spent.Seconds);
        var epochs = point.Measurement == Measurements.Epoch ? work.Done : (double?)null;
        return new BenchRow
        {
            Measurement = point.Measurement,
            Backend = target.Backend.Name,
            Accelerator = target.Backend.Accelerator,
            Rule = point.Rule.Length == 0 ? null : point.Rule,
            Batch = point.Batch == 0 ? null : point.Batch,
            Replicas = point.Replicas == 0 ? null : point.Replicas,
            Threads = point.Threads,
            Repeats = repeats,
            Seconds = spent.Seconds,
            CpuSeconds = spent.CpuSeconds,
            SecondsPerNetworkEpoch = spent.Seconds / epochs,
            CpuSecondsPerNetworkEpoch = spent.CpuSeconds / epochs,
            RatePerSecond = work.Done / spent.Seconds,
            RatePerCpuSecond = work.Done / spent.CpuSeconds,
            Unit = BenchPlan.UnitOf(point.Measurement),
            MultiplyAddsPerSecond = work.MultiplyAdds > 0 ? work.MultiplyAdds / busy : null,
            BytesPerSecond = work.Bytes > 0 ? work.Bytes / busy : null,
        };
    }

    // Only networks that can be shared out are expected to gain.
    private BenchRow WithEfficiency(BenchPoint point, BenchRow row)
    {
        if (point.Replicas < 2) return row;
        if (point.Threads == 1) _singleThread[point] = row.RatePerSecond;
        return _singleThread.TryGetValue(point with { Threads = 1 }, out var single) && point.Threads > 1
            ? row with { ThreadEfficiency = row.RatePerSecond / (single * point.Threads) }
            : row;
    }
}
