using System.Diagnostics;
using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Backends.Reference;

namespace CrossbarSim.Simulator.Accelerators;

/// <summary>
/// One epoch of a small network on a backend and on <c>reference</c>: the same counters wherever a weight moved
/// by more than single precision resolves, and the same loss.
/// </summary>
internal sealed class SelfTest
{
    private const int Batch = 32;
    private const double Rate = 0.1;

    // Eight mini-batches of float sums on weights up to 1: rounding stays below this, a wrong kernel does not.
    private const double Resolution = 1e-5;
    private const double LossTolerance = 1e-3;

    private readonly EnginePlan _plan = SelfTestProblem.Plan(Batch);
    private readonly IReadOnlyList<LayerState> _first;
    private readonly double[][] _moved;
    private readonly int[][] _expected;
    private readonly double _loss;

    /// <summary>Computes what <c>reference</c> gives.</summary>
    public SelfTest()
    {
        _first = SelfTestProblem.FirstState(_plan);
        using var backend = new ReferenceBackend();
        using var engine = backend.CreateEngine(_plan);
        engine.WriteState(_first);
        var before = Weights(engine);
        Descend(engine);
        _moved = [.. Weights(engine).Zip(before, (now, then) => now.Zip(then, (a, b) => a - b).ToArray())];
        (_expected, _loss) = Fire(engine);
    }

    /// <summary>Tests a backend; whatever it throws is a failed test.</summary>
    /// <param name="open">Opens the backend.</param>
    public SelfTestResult Run(Func<IBackend> open)
    {
        var watch = Stopwatch.StartNew();
        string? wrong;
        try
        {
            using var backend = open();
            using var engine = backend.CreateEngine(_plan);
            engine.WriteState(_first);
            Descend(engine);
            wrong = Compare(Fire(engine));
        }
        catch (Exception e)
        {
            // Drivers fail in ways of their own: each is a reason not to use the device, none a reason to stop.
            wrong = e.Message.ReplaceLineEndings(" ");
        }

        return new SelfTestResult(wrong, watch.Elapsed.TotalSeconds);
    }

    private string? Compare((int[][] Counters, double Loss) found)
    {
        var (judged, different) = (0, 0);
        for (var layer = 0; layer < _moved.Length; layer++)
            for (var device = 0; device < _moved[layer].Length; device++)
                if (Math.Abs(_moved[layer][device]) > Resolution)
                {
                    judged++;
                    if (found.Counters[layer][device] != _expected[layer][device]) different++;
                }

        if (different > 0)
            return FormattableString.Invariant($"{different:N0} of {judged:N0} counters differ from those of reference");
        return Math.Abs(found.Loss - _loss) <= LossTolerance * _loss
            ? null
            : FormattableString.Invariant($"the loss is {found.Loss:G5} instead of {_loss:G5}");
    }

    private void Descend(IEngine engine) => engine.Train([.. Enumerable.Range(0, _plan.Training.Count)], Batch, new Sgd(Rate));

    private static (int[][] Counters, double Loss) Fire(IEngine engine)
    {
        engine.FireSigns(default);
        return ([.. engine.ReadState().Select(l => l.Pulses)], engine.Evaluate(SampleChoice.Test).Loss);
    }

    private static double[][] Weights(IEngine engine) => [.. engine.ReadState().Select(l => l.Weights!)];
}
