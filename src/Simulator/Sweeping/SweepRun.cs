using System.Collections.Concurrent;
using CrossbarSim.Core.Backends;
using CrossbarSim.Experiments.Sweeps.Journals;
using CrossbarSim.Experiments.Training;

namespace CrossbarSim.Simulator.Sweeping;

/// <summary>Computes points of a plan: packs those that can train together into batches, and works on several at once.</summary>
/// <param name="plan">The plan.</param>
/// <param name="backend">Where to compute.</param>
/// <param name="data">The data sets.</param>
/// <param name="threads">Threads to use.</param>
internal sealed class SweepRun(SweepPlan plan, IBackend backend, SweepData data, int threads)
{
    // Points that are resolved ahead, so that those which can train together are found also where they lie apart.
    private const int BatchesAhead = 8;

    private readonly PointRunner _runner = new(backend, data);

    /// <summary>How long the points take, and how they are packed, from a short trial of some of them.</summary>
    /// <param name="pending">Points to compute, as indexes.</param>
    /// <param name="count">How many.</param>
    /// <returns>The packing, and seconds for all of them; null: no trial was possible.</returns>
    public (BatchSize Size, double? Seconds) Calibrate(IEnumerable<long> pending, long count)
    {
        var calibration = new Calibration(backend, _runner);
        var tried = pending.Where((_, place) => place % Math.Max(1, Math.Min(count, 20_000) / 3) == 0).Take(3)
            .Select(plan.Resolve)
            .Where(point => point.Options is not null).ToList();
        var seconds = tried.Select(point => calibration.Seconds(Neighbours(point, calibration.Together))).OfType<double>()
            .ToList();
        double? each = seconds.Count == 0 ? null : seconds.Average();
        var setup = RunSetup.All([plan.Experiment], data.Of(plan.Experiment), 1)[0];
        var size = BatchSize.Of(backend, setup, count, threads, each ?? 0);
        return (size, each * count / size.Workers);
    }

    /// <summary>Computes points; what is done is handed over at once, and a stop waits for the batches in progress.</summary>
    /// <param name="pending">Points to compute, as indexes.</param>
    /// <param name="size">How to pack them.</param>
    /// <param name="done">Takes the points of a finished batch; never called twice at the same time.</param>
    /// <param name="stop">Asks to stop.</param>
    public void Execute(IEnumerable<long> pending, BatchSize size, Action<IReadOnlyList<PointRecord>> done,
        CancellationToken stop)
    {
        var handing = new Lock();
        var batches = Partitioner.Create(Batches(pending, size, stop), EnumerablePartitionerOptions.NoBuffering);
        try
        {
            Parallel.ForEach(batches, new ParallelOptions { MaxDegreeOfParallelism = size.Workers }, batch =>
            {
                var records = batch[0].Options is null
                    ? [.. batch.Select(PointRunner.Impossible)]
                    : _runner.Run(batch, size.Threads);
                lock (handing) done(records);
            });
        }
        catch (AggregateException several)
        {
            // What could not be written, once: every worker met it.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private IEnumerable<SweepPoint[]> Batches(IEnumerable<long> pending, BatchSize size, CancellationToken stop)
    {
        foreach (var ahead in pending.Chunk(size.Points * size.Workers * BatchesAhead))
        {
            var groups = ahead.Select(plan.Resolve)
                .GroupBy(point => point.Options is null ? "" : SharedOptions.Text(point.Options));
            foreach (var batch in groups.SelectMany(group => group.Chunk(size.Points)))
            {
                if (stop.IsCancellationRequested) yield break;
                yield return batch;
            }
        }
    }

    private IReadOnlyList<SweepPoint> Neighbours(SweepPoint point, int together)
    {
        var shared = SharedOptions.Text(point.Options!);
        return [point, .. plan.Indexes(point.Index + 1, plan.Size).Take(together - 1).Select(plan.Resolve)
            .Where(other => other.Options is not null && SharedOptions.Text(other.Options) == shared)];
    }
}
