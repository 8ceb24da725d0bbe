using CrossbarSim.Core.Backends;

namespace CrossbarSim.Kernels.Host;

/// <summary>
/// States and accounts of one device of every weight, [rows x stride]: a layer has one plane, or two for pairs.
/// </summary>
/// <param name="rows">Layout.</param>
internal sealed class DevicePlane(PaddedRows rows)
{
    /// <summary>State of each device (see <see cref="Core.Devices.DevicePosition"/>).</summary>
    public Aligned<int> Codes { get; } = rows.Zeros<int>();

    /// <summary>Rising pulses fired at each.</summary>
    public Aligned<int> Potentiation { get; } = rows.Zeros<int>();

    /// <summary>Falling pulses fired at each.</summary>
    public Aligned<int> Depression { get; } = rows.Zeros<int>();

    /// <summary>Pulses refused by each.</summary>
    public Aligned<int> Refused { get; } = rows.Zeros<int>();

    /// <summary>Takes the devices of one place in every weight from a state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="codes">Its codes.</param>
    /// <param name="part">0, or 1 for the minus device of a pair.</param>
    /// <param name="parts">Devices per weight.</param>
    public void Write(LayerState state, int[] codes, int part, int parts)
    {
        for (var cell = 0; cell < rows.Cells; cell++)
        {
            var (at, device) = (rows.Place(cell), cell * parts + part);
            Codes.At(at) = codes[device];
            Potentiation.At(at) = state.PotentiationPulses[device];
            Depression.At(at) = state.DepressionPulses[device];
            Refused.At(at) = state.RefusedPulses[device];
        }
    }

    /// <summary>Puts accounts and codes back to where <see cref="Write"/> took them from.</summary>
    public void Read(LayerState state, int[] codes, int part, int parts)
    {
        for (var cell = 0; cell < rows.Cells; cell++)
        {
            var (at, device) = (rows.Place(cell), cell * parts + part);
            codes[device] = Codes.At(at);
            state.PotentiationPulses[device] = Potentiation.At(at);
            state.DepressionPulses[device] = Depression.At(at);
            state.RefusedPulses[device] = Refused.At(at);
        }
    }

    /// <summary>Sums the accounts.</summary>
    public PulseTotals Totals() => new(Sum(Potentiation), Sum(Depression), Sum(Refused));

    private static long Sum(Aligned<int> counts)
    {
        var sum = 0L;
        foreach (var count in counts.Span) sum += count;
        return sum;
    }
}
