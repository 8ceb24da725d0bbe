using CrossbarSim.Core.Devices;

namespace CrossbarSim.Core.Arrays;

/// <summary>The nominal devices of one layer, and the weights that their conductances stand for.</summary>
/// <remarks>
/// With one device per weight, w = weight of its u. With a differential pair, w = weight of u+ - weight of u-.
/// </remarks>
public sealed class WeightMapping
{
    private readonly double[] _fractions;

    /// <summary>Creates the mapping of a device.</summary>
    /// <param name="device">The nominal device.</param>
    /// <param name="options">The kind of mapping and its scale.</param>
    /// <param name="layer">Layer, from 0: which weight scale of the options.</param>
    public WeightMapping(DeviceOptions device, MappingOptions options, int layer = 0)
    {
        (Device, Options, Wmax) = (device, options, options.WmaxOf(layer));
        Law = device.CreateLaw();
        _fractions = Law.Potentiation.Fractions();
        Middle = options.Kind switch
        {
            MappingKind.Offset => 0.5,
            MappingKind.Reference => Mean(),
            _ => 0,
        };
        Table = [.. _fractions.Select(Weight)];
    }

    /// <summary>The nominal device, with its variation.</summary>
    public DeviceOptions Device { get; }

    /// <summary>Its nominal law.</summary>
    public ConductanceLaw Law { get; }

    /// <summary>Kind, scale and pair update.</summary>
    public MappingOptions Options { get; }

    /// <summary>Weight scale of this layer.</summary>
    public double Wmax { get; }

    /// <summary>The u that stands for weight 0 (half of a pair's).</summary>
    public double Middle { get; }

    /// <summary>Weight per unit of u: the width of the window in weights (half of a pair's).</summary>
    public double Scale => Options.Kind == MappingKind.Differential ? Wmax : 2 * Wmax;

    /// <summary>N of the potentiation branch: the largest P of a new device.</summary>
    public int Pulses => _fractions.Length - 1;

    /// <summary>Devices behind one weight: 2 for differential pairs, else 1.</summary>
    public int DevicesPerWeight => Options.Kind == MappingKind.Differential ? 2 : 1;

    /// <summary>Weight (half of a pair's) at P = 0 .. N of the potentiation branch.</summary>
    public IReadOnlyList<double> Table { get; }

    /// <summary>
    /// Whether a device can stand between whole pulses or on a second branch, so that P is not its whole state.
    /// </summary>
    public bool HasPositions => !Law.IsOneCurve || Device.Variation is { LeavesWholePulses: true };

    /// <summary>Standard deviation that read noise gives one read of a weight with input 1, in weights; 0: none.</summary>
    public double ReadDeviation => Scale * Math.Sqrt(DevicesPerWeight) * (Device.Variation?.Read?.Sigma ?? 0);

    /// <summary>The smallest and largest weight that a device, or a pair, can have.</summary>
    public (double Low, double High) Range => Options.Kind == MappingKind.Differential
        ? (Table[0] - Table[^1], Table[^1] - Table[0])
        : (Table[0], Table[^1]);

    /// <summary>Weight (half of a pair's) at a normalised conductance.</summary>
    /// <param name="fraction">u, 0 .. 1.</param>
    public double Weight(double fraction) => Scale * (fraction - Middle);

    /// <summary>Weight (half of a pair's) of a conductance to a reader that knows only the nominal window.</summary>
    /// <param name="siemens">Conductance, siemens; may lie outside the nominal window.</param>
    public double WeightOfConductance(double siemens) => Weight(NominalFraction(siemens));

    /// <summary>u of a conductance in the nominal window.</summary>
    /// <param name="siemens">Conductance, siemens.</param>
    /// <returns>Below 0 or above 1 where it lies outside the window.</returns>
    public double NominalFraction(double siemens) =>
        (siemens - Device.Window.Gmin) / (Device.Window.Gmax - Device.Window.Gmin);

    /// <summary>The counters whose weight is nearest to a wanted one.</summary>
    /// <param name="weight">The wanted weight, inside <see cref="Range"/>.</param>
    /// <returns>
    /// P of the device and 0; for a pair P+ and P-: plus the state nearest to half the weight above the middle
    /// of the window, minus the one that then brings the pair nearest to the weight. Of devices that only rise, one of the
    /// two stays at 0.
    /// </returns>
    public (int Plus, int Minus) Nearest(double weight)
    {
        if (Options.Kind != MappingKind.Differential) return (NearestIn(Table, weight), 0);
        var (above, below) = Wanted(weight);
        if (Device.Direction == DeviceDirection.Potentiation) return (NearestFraction(above), NearestFraction(below));
        var plus = NearestIn(_fractions, above);

        // Minus makes up for what plus misses, so that the pair is as fine as its devices' steps.
        return (plus, NearestIn(_fractions, _fractions[plus] - weight / Wmax));
    }

    /// <summary>The normalised conductances that stand for a weight.</summary>
    /// <param name="weight">The wanted weight, inside <see cref="Range"/>.</param>
    /// <returns>
    /// u of the device and 0; of a pair u+ and u-: symmetric about the middle of the window, and with devices that only rise
    /// from 0 up, so that one of the two is 0.
    /// </returns>
    public (double Plus, double Minus) Wanted(double weight)
    {
        if (Options.Kind != MappingKind.Differential) return (Middle + weight / Scale, 0);
        var share = weight / Wmax;
        return Device.Direction == DeviceDirection.Potentiation
            ? (Math.Max(share, 0), Math.Max(-share, 0))
            : (0.5 + share / 2, 0.5 - share / 2);
    }

    /// <summary>The counter whose normalised conductance is nearest to a wanted one.</summary>
    /// <param name="fraction">u, 0 .. 1.</param>
    public int NearestFraction(double fraction) => NearestIn(_fractions, fraction);

    private double Mean() => Law.IsOneCurve
        ? _fractions.Average()
        : (_fractions.Average() + Law.Depression.Fractions().Average()) / 2;

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
