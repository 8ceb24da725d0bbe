using CrossbarSim.Core.Devices;
using CrossbarSim.Simulator.Plots;

namespace CrossbarSim.Simulator.Tests.Plots;

/// <summary>Made-up input that looks like real runs.</summary>
internal static class SyntheticData
{
    /// <summary>A run that learns from chance to a ceiling; the same seed gives the same run.</summary>
    public static IReadOnlyList<EpochPoint> Run(int epochs, double ceiling, int seed = 0, double noise = 0.01) =>
        [.. Enumerable.Range(0, epochs + 1).Select(e =>
        {
            var learnt = 1 - Math.Exp(-e / (epochs / 5.0 + 1e-9));
            var accuracy = 0.1 + (ceiling - 0.1) * learnt + noise * Noise(seed, e);
            var loss = 2.3 * Math.Exp(-6 * learnt * ceiling) + 0.01;
            return new EpochPoint(e, loss, accuracy + 0.01 * learnt, loss * (1 + 0.4 * learnt), accuracy);
        })];

    public static ComparedRun Seeds(string name, double ceiling, int count, double noise = 0.01) =>
        new(name, [.. Enumerable.Range(1, count).Select(s => Run(20, ceiling, s, noise))]);

    public static ExponentialDeviceOptions Exponential(string name, double a, int pulses = 100) => new()
    {
        Name = name,
        Gmin = 1e-6,
        Gmax = 50e-6,
        Pulses = pulses,
        Potentiation = new() { A = a },
    };

    public static LinearDeviceOptions Linear(string name = "linear", int pulses = 100) =>
        new() { Name = name, Gmin = 1e-6, Gmax = 50e-6, Pulses = pulses };

    /// <summary>Conductances with a trace of structure along both lines.</summary>
    public static ConductanceMap Map(int rows, int columns, int devices = 1)
    {
        var g = new double[rows * columns * devices];
        for (var i = 0; i < g.Length; i++)
        {
            var (row, column) = (i / devices / columns, i / devices % columns);
            var u = 0.5 + 0.35 * Math.Sin(6.0 * row / rows) * Math.Cos(4.0 * column / columns) + 0.1 * Noise(7, i);
            g[i] = 1e-6 + Math.Clamp(i % devices == 0 ? u : 1 - u, 0, 1) * 49e-6;
        }

        return new("Layer 1", rows, columns, g, new(1e-6, 50e-6));
    }

    public static PulseCounters Counters(string layer, int pulses, int devices) =>
        new(layer, pulses, [.. Enumerable.Range(0, devices).Select(i =>
            (int)Math.Clamp(Math.Round(pulses * (0.5 + 0.3 * Noise(3, i))), 0, pulses))]);

    // Roughly normal, unit variance, from a hash: the figures of a test never change.
    private static double Noise(int seed, int index)
    {
        var sum = 0.0;
        for (var k = 0; k < 12; k++) sum += Hash((uint)(seed * 1_000_003 + index * 12 + k));
        return sum - 6;
    }

    private static double Hash(uint x)
    {
        x = (x ^ (x >> 16)) * 0x7feb352d;
        x = (x ^ (x >> 15)) * 0x846ca68b;
        return (x ^ (x >> 16)) / 4294967296.0;
    }
}
