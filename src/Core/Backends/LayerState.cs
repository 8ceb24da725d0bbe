using CrossbarSim.Core.Devices;

namespace CrossbarSim.Core.Backends;

/// <summary>
/// State of the devices of one layer. Arrays are row-major [rows x columns], or [rows x columns x 2] for
/// differential pairs (plus, then minus).
/// </summary>
/// <param name="devices">Number of devices.</param>
public sealed class LayerState(int devices)
{
    /// <summary>P of each device, 0 .. N of its branch.</summary>
    public int[] Pulses { get; init; } = new int[devices];

    /// <summary>
    /// Position of each device on its branch, in 2^-16 of a nominal pulse; null: at the whole pulse P.
    /// </summary>
    public int[]? PositionsQ16 { get; set; }

    /// <summary>Branch of each device: 0 potentiation, 1 depression; null: all on the potentiation branch.</summary>
    public byte[]? Branches { get; set; }

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

    /// <summary>What <see cref="Accumulate"/> has gathered [rows x columns]; null: nothing yet.</summary>
    public float[]? Accumulators { get; set; }

    /// <summary>The state of each device as one code: see <see cref="DevicePosition"/>.</summary>
    public int[] Codes() => [.. Pulses.Select((p, device) => DevicePosition.Code(
        PositionsQ16 is null ? p << DevicePosition.Bits : PositionsQ16[device],
        Branches is { } branches && branches[device] != 0))];

    /// <summary>A state from codes.</summary>
    /// <param name="codes">One per device.</param>
    /// <param name="positions">Whether devices may stand between whole pulses.</param>
    /// <param name="branches">Whether devices have two branches.</param>
    public static LayerState FromCodes(ReadOnlySpan<int> codes, bool positions, bool branches)
    {
        var state = new LayerState(codes.Length)
        {
            PositionsQ16 = positions ? new int[codes.Length] : null,
            Branches = branches ? new byte[codes.Length] : null,
        };
        for (var device = 0; device < codes.Length; device++)
        {
            state.Pulses[device] = DevicePosition.Pulses(codes[device]);
            if (positions) state.PositionsQ16![device] = DevicePosition.Position(codes[device]);
            if (branches) state.Branches![device] = DevicePosition.IsDepression(codes[device]) ? (byte)1 : (byte)0;
        }

        return state;
    }

    /// <summary>The same devices with the accounts of another state.</summary>
    /// <param name="other">As many devices.</param>
    public LayerState WithAccounts(LayerState other) => new(0)
    {
        Pulses = Pulses,
        PositionsQ16 = PositionsQ16,
        Branches = Branches,
        PotentiationPulses = other.PotentiationPulses,
        DepressionPulses = other.DepressionPulses,
        RefusedPulses = other.RefusedPulses,
    };

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
