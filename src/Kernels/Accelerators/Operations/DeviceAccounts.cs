using ILGPU;

namespace CrossbarSim.Kernels.Accelerators.Operations;

/// <summary>Counters and accounts of one layer's devices; each [devices], in pulses.</summary>
/// <param name="Pulses">P, 0 .. N.</param>
/// <param name="Potentiation">Pulses fired upward so far.</param>
/// <param name="Depression">Pulses fired downward so far.</param>
/// <param name="Refused">Pulses requested but not fired.</param>
internal readonly record struct DeviceAccounts(
    ArrayView<int> Pulses, ArrayView<int> Potentiation, ArrayView<int> Depression, ArrayView<int> Refused)
{
    /// <summary>Fires one pulse at a device, unless it stands at that end of its window.</summary>
    /// <param name="device">Device, from 0; it belongs to one thread.</param>
    /// <param name="most">N.</param>
    /// <param name="direction">+1 or -1.</param>
    /// <returns>One pulse: fired upward, fired downward or refused.</returns>
    public PulseCount Fire(int device, int most, int direction)
    {
        var next = Pulses[device] + direction;
        if (next < 0 || next > most)
        {
            Refused[device]++;
            return new PulseCount(0, 0, 1);
        }

        Pulses[device] = next;
        if (direction > 0)
        {
            Potentiation[device]++;
            return new PulseCount(1, 0, 0);
        }

        Depression[device]++;
        return new PulseCount(0, 1, 0);
    }
}
