using CrossbarSim.Core.Backends;

namespace CrossbarSim.Experiments.Comparing;

/// <summary>How many devices were pulsed how often, over any number of arrays and runs.</summary>
public sealed class PulseCounts
{
    private readonly SortedDictionary<long, long> _devices = [];

    /// <summary>Devices counted.</summary>
    public long Devices { get; private set; }

    /// <summary>Pulses requested but not fired, of all devices.</summary>
    public long Refused { get; private set; }

    /// <summary>Number of pulses and of devices that got so many, in rising order.</summary>
    public IEnumerable<KeyValuePair<long, long>> Histogram => _devices;

    /// <summary>Pulses fired at a device, in either direction: mean over all devices.</summary>
    public double Mean => Devices == 0 ? 0 : _devices.Sum(entry => (double)entry.Key * entry.Value) / Devices;

    /// <summary>Pulses fired at the device that had the most.</summary>
    public long Maximum => _devices.Keys.LastOrDefault();

    /// <summary>Adds the devices of an array.</summary>
    /// <param name="array">Its state at the end of a run.</param>
    public void Add(LayerState array)
    {
        foreach (var pulses in array.PotentiationPulses.Zip(array.DepressionPulses, (up, down) => (long)up + down))
            Add(pulses, 1);
        Refused += array.Totals().Refused;
    }

    /// <summary>Adds the devices of other counts.</summary>
    /// <param name="other">The other counts.</param>
    public void Add(PulseCounts other)
    {
        foreach (var (pulses, devices) in other._devices) Add(pulses, devices);
        Refused += other.Refused;
    }

    /// <summary>The nearest-rank percentile: the fewest pulses that at least this share of the devices does not exceed.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public long Percentile(double share)
    {
        var (rank, below) = ((long)Math.Ceiling(share * Devices), 0L);
        foreach (var (pulses, devices) in _devices)
            if ((below += devices) >= rank) return pulses;
        return 0;
    }

    private void Add(long pulses, long devices)
    {
        _devices[pulses] = _devices.GetValueOrDefault(pulses) + devices;
        Devices += devices;
    }
}
