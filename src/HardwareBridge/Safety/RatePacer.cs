namespace CrossbarSim.HardwareBridge.Safety;

/// <summary>Keeps work below a rate: n units keep the next ones waiting for n / rate. Mutable.</summary>
/// <param name="perSecond">Most units a second; infinity: no waiting.</param>
/// <param name="time">The clock.</param>
public sealed class RatePacer(double perSecond, TimeProvider time)
{
    private long _free = time.GetTimestamp();

    /// <summary>Waits until the units that were done before are paid for.</summary>
    public void Wait(CancellationToken cancellation = default)
    {
        for (var left = Left(); left > TimeSpan.Zero; left = Left())
            if (cancellation.WaitHandle.WaitOne(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left))
                cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Says that units were done just now.</summary>
    public void Spend(long units)
    {
        if (!double.IsInfinity(perSecond))
            _free = time.GetTimestamp() + (long)(units / perSecond * time.TimestampFrequency);
    }

    private TimeSpan Left() => time.GetElapsedTime(time.GetTimestamp(), _free);
}
