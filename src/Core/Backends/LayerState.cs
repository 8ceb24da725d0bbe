namespace CrossbarSim.Core.Backends;

/// <summary>
/// State of the devices of one layer. Arrays are row-major [rows x columns], or [rows x columns x 2] for
/// differential pairs (plus, then minus).
/// </summary>
/// <param name="devices">Number of devices.</param>
public sealed class LayerState(int devices)
{
    /// <summary>P of each device, 0 .. N.</summary>
    public int[] Pulses { get; init; } = new int[devices];

    /// <summary>Potentiation pulses fired so far at each device.</summary>
    public int[] PotentiationPulses { get; init; } = new int[devices];

    /// <summary>Depression pulses fired so far at each device.</summary>
    public int[] DepressionPulses { get; init; } = new int[devices];

    /// <summary>Pulses requested but not fired because the device stood at that end of its window.</summary>
    public int[] RefusedPulses { get; init; } = new int[devices];

    /// <summary>
    /// Float weights [rows x columns], where a rule keeps weights that are not those of the devices;
    /// null: the weights are the devices'.
    /// </summary>
    public double[]? Weights { get; set; }

    /// <summary>Moments of <see cref="Adam"/>; null: none, as before its first step.</summary>
    public Moments? Moments { get; set; }

    /// <summary>Sums the accounts of all devices.</summary>
    public PulseTotals Totals() =>
        new(Sum(PotentiationPulses), Sum(DepressionPulses), Sum(RefusedPulses));

    private static long Sum(int[] counts)
    {
        var sum = 0L;
        foreach (var count in counts) sum += count;
        return sum;
    }
}
