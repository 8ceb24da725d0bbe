using CrossbarSim.Core.Backends;
using CrossbarSim.Simulator.Bench.Trials;

namespace CrossbarSim.Simulator.Bench;

/// <summary>What is measured on a backend, in order.</summary>
/// <param name="options">What was asked for.</param>
/// <param name="target">The backend.</param>
internal sealed class BenchPlan(BenchOptions options, BenchTarget target)
{
    private const double NoiseInSteps = 0.3;
    private const string Noisy = "noise 0.3 step";
    private const string Clean = "no noise";

    private static readonly int[] UsualBatches = [32, 512];

    /// <summary>Numbers of threads.</summary>
    public IReadOnlyList<int> Threads { get; } = Or(options.Threads, target.Threads());

    private IReadOnlyList<int> Replicas { get; } = Or(options.Replicas, target.Replicas(options.Quick));

    /// <summary>All points but the ceilings.</summary>
    public IReadOnlyList<BenchPoint> Points() =>
        [.. Or(options.Measurements, Measurements.Chosen).SelectMany(PointsOf)];

    /// <summary>Builds what is run at a point.</summary>
    /// <param name="point">The point.</param>
    /// <param name="samples">What is trained on.</param>
    public ITrial Open(BenchPoint point, SampleSet samples) => point.Measurement switch
    {
        Measurements.Epoch => new TrainingTrial(target.Backend, RuleOf(point), samples, point),
        Measurements.Forward => new ForwardTrial(target.Backend, samples, point),
        _ => new SaturatedTrial(target.Backend, point.Rule == Noisy ? NoiseInSteps : 0, point),
    };

    /// <summary>The unit of a measurement's rate.</summary>
    public static string UnitOf(string measurement) => measurement switch
    {
        Measurements.Epoch => "network-epochs",
        Measurements.Forward => "samples",
        Measurements.Pulses => "pulses",
        Measurements.Copy => "bytes",
        _ => "multiply-adds",
    };

    private static BenchedRule RuleOf(BenchPoint point) => BenchedRule.All.Single(rule => rule.Name == point.Rule);

    private IEnumerable<BenchPoint> PointsOf(string measurement) => measurement switch
    {
        Measurements.Epoch =>
            from rule in Or(options.Rules, BenchedRule.Names)
            from batch in Or(options.Batches, UsualBatches)
            from place in Places()
            select new BenchPoint(measurement, rule, batch, place.Replicas, place.Threads),
        Measurements.Forward => Places().Select(place => new BenchPoint(measurement, "", 0, place.Replicas, place.Threads)),
        _ =>
            from kind in new[] { Noisy, Clean }
            from place in Places()
            select new BenchPoint(measurement, kind, 0, place.Replicas, place.Threads),
    };

    // Two threads are for networks that can be shared out; one network has one thread and all.
    private IEnumerable<(int Replicas, int Threads)> Places() =>
        from replicas in Replicas
        from threads in Threads
        where replicas > 1 || options.Threads.Count > 0 || threads == Threads[0] || threads == Threads[^1]
        select (replicas, threads);

    private static IReadOnlyList<T> Or<T>(IReadOnlyList<T> asked, IReadOnlyList<T> usual) => asked.Count > 0 ? asked : usual;
}
