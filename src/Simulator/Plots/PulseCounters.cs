using CrossbarSim.Core.Backends;
using CrossbarSim.Core.Devices;

namespace CrossbarSim.Simulator.Plots;

/// <summary>Pulse counters of the devices of one layer.</summary>
/// <param name="Layer">Name of the layer, such as <c>Layer 1</c>.</param>
/// <param name="Pulses">N: the counters are 0 .. N.</param>
/// <param name="Counters">P of each device; of pairs, both devices.</param>
public sealed record PulseCounters(string Layer, int Pulses, IReadOnlyList<int> Counters)
{
    /// <summary>
    /// The counters of a layer. Where the depression branch has another N, its counters are scaled to that of the
    /// potentiation branch; only devices at an end are drawn there.
    /// </summary>
    /// <param name="layer">Name of the layer.</param>
    /// <param name="law">The nominal law.</param>
    /// <param name="state">Where the devices stand.</param>
    internal static PulseCounters Of(string layer, ConductanceLaw law, LayerState state)
    {
        var (up, down) = (law.Potentiation.Pulses, law.Depression.Pulses);
        return new PulseCounters(layer, up, state.Branches is not { } branches || up == down
            ? state.Pulses
            : [.. state.Pulses.Zip(branches, (p, branch) => branch == 0 ? p : Scaled(p, down, up))]);
    }

    /// <summary>Share of devices at a counter.</summary>
    /// <param name="counter">P.</param>
    /// <returns>0 .. 1; 0 where there are no devices.</returns>
    public double ShareAt(int counter) =>
        Counters.Count == 0 ? 0 : (double)Counters.Count(p => p == counter) / Counters.Count;

    private static int Scaled(int counter, int from, int to)
    {
        if (counter == 0 || counter == from) return counter == 0 ? 0 : to;
        return (int)Math.Clamp(((long)counter * to + from / 2) / from, Math.Min(1, to - 1), Math.Max(to - 1, 1));
    }

    /// <summary>Fails where a counter lies outside its window.</summary>
    /// <exception cref="ArgumentException">N is below 1, or a counter outside 0 .. N.</exception>
    internal void Check()
    {
        if (Pulses < 1) throw new ArgumentException($"{Layer}: N is {Pulses}, less than one pulse");
        foreach (var p in Counters)
            if (p < 0 || p > Pulses) throw new ArgumentException($"{Layer}: counter {p} is outside 0 .. {Pulses}");
    }
}
