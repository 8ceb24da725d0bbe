using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Counters and accounts of one layer's devices; each [devices], in pulses.</summary>
/// <param name="Pulses">P, 0 .. N.</param>
/// <param name="Potentiation">Pulses fired upward so far.</param>
/// <param name="Depression">Pulses fired downward so far.</param>
/// <param name="Refused">Pulses requested but not fired.</param>
/// <param name="Totals">[3]: potentiation, depression and refused pulses of this call, all devices.</param>
internal readonly record struct DeviceAccounts(
    ArrayView<int> Pulses,
    ArrayView<int> Potentiation,
    ArrayView<int> Depression,
    ArrayView<int> Refused,
    ArrayView<int> Totals)
{
    /// <summary>Fires one pulse at a device, unless it stands at that end of its window.</summary>
    /// <param name="device">Device, from 0.</param>
    /// <param name="most">N.</param>
    /// <param name="direction">+1 or -1.</param>
    /// <returns>Whether the pulse was fired.</returns>
    /// <remarks>Each device belongs to one thread; only the totals are shared, and integers add in any order.</remarks>
    public bool Fire(int device, int most, int direction)
    {
        var next = Pulses[device] + direction;
        if (next < 0 || next > most)
        {
            Refused[device]++;
            Atomic.Add(ref Totals[2], 1);
            return false;
        }

        Pulses[device] = next;
        if (direction > 0)
        {
            Potentiation[device]++;
            Atomic.Add(ref Totals[0], 1);
        }
        else
        {
            Depression[device]++;
            Atomic.Add(ref Totals[1], 1);
        }

        return true;
    }
}
