using CrossbarSim.Core.Devices;

namespace CrossbarSim.Core.Arrays;

/// <summary>Weights of one layer's devices: a table over the states of one device.</summary>
/// <remarks>
/// With one device per weight, w = table[P]. With a differential pair, w = table[P+] - table[P-].
/// </remarks>
public sealed class WeightMapping
{
    private readonly double[] _fractions;
    private readonly double _mean;

    /// <summary>Creates the mapping of a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="options">The kind of mapping and its scale.</param>
    public WeightMapping(DeviceOptions device, MappingOptions options)
    {
        _fractions = device.Fractions();
        _mean = _fractions.Average();
        Options = options;
        Table = [.. _fractions.Select(Weight)];
    }

    /// <summary>Kind and scale.</summary>
    public MappingOptions Options { get; }

    /// <summary>N: the largest P.</summary>
    public int Pulses => _fractions.Length - 1;

    /// <summary>Devices behind one weight: 2 for differential pairs, else 1.</summary>
    public int DevicesPerWeight => Options.Kind == MappingKind.Differential ? 2 : 1;

    /// <summary>Weight (half of a pair's) at P = 0 .. N.</summary>
    public IReadOnlyList<double> Table { get; }

    /// <summary>The smallest and largest weight that a device, or a pair, can have.</summary>
    public (double Low, double High) Range => Options.Kind == MappingKind.Differential
        ? (Table[0] - Table[^1], Table[^1] - Table[0])
        : (Table[0], Table[^1]);

    /// <summary>The counters whose weight is nearest to a wanted one.</summary>
    /// <param name="weight">The wanted weight, inside <see cref="Range"/>.</param>
    /// <returns>
    /// P of the device and 0; for a pair P+ and P-: plus the state nearest to half the weight above the middle
    /// of the window, minus the one that then brings the pair nearest to the weight.
    /// </returns>
    public (int Plus, int Minus) Nearest(double weight)
    {
        if (Options.Kind != MappingKind.Differential) return (NearestIn(Table, weight), 0);
        var plus = NearestIn(_fractions, 0.5 + weight / (2 * Options.Wmax));

        // Minus makes up for what plus misses, so that the pair is as fine as its devices' steps.
        return (plus, NearestIn(_fractions, _fractions[plus] - weight / Options.Wmax));
    }

    /// <summary>The counter whose normalised conductance is nearest to a wanted one.</summary>
    /// <param name="fraction">u, 0 .. 1.</param>
    public int NearestFraction(double fraction) => NearestIn(_fractions, fraction);

    private double Weight(double fraction) => Options.Kind switch
    {
        MappingKind.Offset => 2 * Options.Wmax * (fraction - 0.5),
        MappingKind.Reference => 2 * Options.Wmax * (fraction - _mean),
        _ => Options.Wmax * fraction,
    };

    private static int NearestIn(IReadOnlyList<double> rising, double value)
    {
        var (low, high) = (0, rising.Count - 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (rising[middle] <= value) low = middle;
            else high = middle;
        }

        return value - rising[low] <= rising[high] - value ? low : high;
    }
}
