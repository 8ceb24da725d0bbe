namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>Follows one cycle of one device through the file.</summary>
/// <param name="device">The device.</param>
/// <param name="restarts">Whether a count that begins again is a new cycle: the file names none.</param>
internal sealed class CycleTrack(DeviceSweeps device, bool restarts)
{
    private int _first = -1;
    private int _last = -1;
    private int _offset;
    private bool? _depression;
    private (double One, double Two) _earlier = (double.NaN, double.NaN);

    /// <summary>Takes a row.</summary>
    /// <param name="depression">Its direction.</param>
    /// <param name="count">The pulse count, as the file has it.</param>
    /// <param name="siemens">The conductance.</param>
    /// <returns>What is wrong with the count, or null.</returns>
    public string? Add(bool depression, int count, double siemens)
    {
        if (depression != _depression) Begin(depression, count);
        else if (restarts && count <= _first) Restart(count);
        else if (count <= _last) return $"pulse {count} follows pulse {_last} of the same sweep: counts must rise; "
            + (restarts ? "sweeps that were joined need a column cycle" : "is the same cycle in the file twice?");
        var pulse = count - _offset;
        if (count > _last + 1) _earlier = (double.NaN, double.NaN);
        _last = count;
        _earlier = (device.At(depression, pulse).Add(siemens, _earlier), _earlier.One);
        return null;
    }

    // A count that goes on over the turn counts from there; one that begins again counts from its beginning.
    private void Begin(bool depression, int count)
    {
        if (_depression is null || (restarts && !depression)) device.Cycles++;
        _offset = _depression is not null && _last > 1 && count >= _last ? _last : 0;
        (_depression, _first, _last) = (depression, count, count - 1);
        _earlier = (double.NaN, double.NaN);
    }

    private void Restart(int count)
    {
        device.Cycles++;
        (_first, _last) = (count, count - 1);
        _earlier = (double.NaN, double.NaN);
    }
}
