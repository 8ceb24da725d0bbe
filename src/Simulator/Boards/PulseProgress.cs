using System.Globalization;
using CrossbarSim.HardwareBridge.Journal;

namespace CrossbarSim.Simulator.Boards;

/// <summary>Says on stderr how far a long plan is: a line at every quarter.</summary>
internal sealed class PulseProgress : IDisposable
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    private readonly PlanProgress _plan;
    private readonly Timer _timer;
    private long _quarter;

    /// <summary>Starts to look.</summary>
    /// <param name="plan">The plan.</param>
    public PulseProgress(PlanProgress plan)
    {
        (_plan, _quarter) = (plan, 4 * plan.Done / plan.Total);
        _timer = new Timer(_ => Look(), null, Turn, Turn);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var done = _plan.Done;
        if (4 * done / _plan.Total == _quarter) return;
        _quarter = 4 * done / _plan.Total;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pulses: {done} of {_plan.Total}"));
    }
}
