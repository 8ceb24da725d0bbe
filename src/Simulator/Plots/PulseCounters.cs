namespace CrossbarSim.Simulator.Plots;

/// <summary>Pulse counters of the devices of one layer.</summary>
/// <param name="Layer">Name of the layer, such as <c>Layer 1</c>.</param>
/// <param name="Pulses">N: the counters are 0 .. N.</param>
/// <param name="Counters">P of each device; of pairs, both devices.</param>
public sealed record PulseCounters(string Layer, int Pulses, IReadOnlyList<int> Counters)
{
    /// <summary>Share of devices at a counter.</summary>
    /// <param name="counter">P.</param>
    /// <returns>0 .. 1; 0 where there are no devices.</returns>
    public double ShareAt(int counter) =>
        Counters.Count == 0 ? 0 : (double)Counters.Count(p => p == counter) / Counters.Count;

    /// <summary>Fails where a counter lies outside its window.</summary>
    /// <exception cref="ArgumentException">N is below 1, or a counter outside 0 .. N.</exception>
    internal void Check()
    {
        if (Pulses < 1) throw new ArgumentException($"{Layer}: N is {Pulses}, less than one pulse");
        foreach (var p in Counters)
            if (p < 0 || p > Pulses) throw new ArgumentException($"{Layer}: counter {p} is outside 0 .. {Pulses}");
    }
}
