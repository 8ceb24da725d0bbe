using CrossbarSim.Core.Arrays;
using CrossbarSim.Core.Devices;
using CrossbarSim.Core.Programming;
using CrossbarSim.Experiments.Options;

namespace CrossbarSim.Experiments.Transfers;

/// <summary>How a float network is programmed onto devices, and when they are read.</summary>
public sealed record TransferOptions
{
    /// <summary>The device at every crossing.</summary>
    public required DeviceOptions Device { get; init; }

    /// <summary>How conductances become weights.</summary>
    public MappingKind Mapping { get; init; } = MappingKind.Differential;

    /// <summary>
    /// Largest weight that is programmed, one value or one per layer, above 0; null: the largest magnitude of each layer.
    /// </summary>
    public IReadOnlyList<double>? Clip { get; init; }

    /// <summary>Whether as many pulses are fired as the nominal law asks for, and nothing is read.</summary>
    public bool OpenLoop { get; init; }

    /// <summary>How write-verify goes.</summary>
    public required WriteVerifyOptions Verify { get; init; }

    /// <summary>Times after programming at which the arrays are read, seconds, rising; may be empty.</summary>
    public IReadOnlyList<double> Times { get; init; } = [];

    /// <summary>Seed of the first array.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Arrays, each with the next seed.</summary>
    public int Seeds { get; init; } = 1;

    /// <summary>The times of reading where none are given: the usual ones for devices that age.</summary>
    /// <param name="device">The device.</param>
    public static IReadOnlyList<double> UsualTimes(DeviceOptions device) =>
        device.Variation is { Ages: true } ? ReadTimes.Usual : [];

    /// <summary>The mapping of a network: each layer's weight scale is just what its largest weight needs.</summary>
    /// <param name="network">The network.</param>
    public MappingOptions MappingOf(FloatNetwork network) => Plain(
        [.. network.Weights.Select((weights, layer) => Scale(Largest(weights, layer)))]);

    private MappingOptions Plain(IReadOnlyList<double> wmax) => new()
    {
        Kind = Mapping,
        Pair = Device.Direction == DeviceDirection.Potentiation ? PairUpdate.One : PairUpdate.Both,
        Wmax = wmax,
    };

    private double Largest(double[] weights, int layer) => Clip is { } clip
        ? clip[Math.Min(layer, clip.Count - 1)]
        : weights.Max(Math.Abs) is > 0 and var largest ? largest : 1;

    // A reference column makes the two ends of the range differ: the nearer one must reach.
    private double Scale(double largest)
    {
        var (low, high) = new WeightMapping(Device, Plain([1])).Range;
        return largest / Math.Min(-low, high);
    }
}
