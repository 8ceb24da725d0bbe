namespace CrossbarSim.Experiments.Fitting.Reading;

/// <summary>All that was measured at one device, summed over its cycles.</summary>
/// <param name="name">Its name; empty where the file has no devices.</param>
/// <param name="firstLine">Where it first appears.</param>
public sealed class DeviceSweeps(string name, long firstLine)
{
    private List<PulseMoments?> _rising = [];
    private List<PulseMoments?> _falling = [];

    /// <summary>Its name; empty where the file has no devices.</summary>
    public string Name { get; } = name;

    /// <summary>Where it first appears.</summary>
    public long FirstLine { get; } = firstLine;

    /// <summary>Rows of this device.</summary>
    public long Rows => Moments.Sum(m => m.Moments.Count);

    /// <summary>Cycles of this device.</summary>
    public int Cycles { get; internal set; }

    /// <summary>Direction, pulse and sums of every place that was measured, rising first.</summary>
    internal IEnumerable<(bool IsDepression, int Pulse, PulseMoments Moments)> Moments =>
        Of(false).Concat(Of(true));

    /// <summary>Its averaged sweep.</summary>
    public Sweep Sweep => new(
        [.. Moments.Select(m => new SweepPoint(m.IsDepression, m.Pulse, m.Moments.Mean, m.Moments.Count))],
        Moments.Sum(m => m.Moments.Scatter));

    /// <summary>The sums of a place, which is made where it is new.</summary>
    internal PulseMoments At(bool depression, int pulse)
    {
        var list = depression ? _falling : _rising;
        while (list.Count <= pulse) list.Add(null);
        return list[pulse] ??= new PulseMoments();
    }

    /// <summary>The sums of a place, or null.</summary>
    internal PulseMoments? Find(bool depression, int pulse)
    {
        var list = depression ? _falling : _rising;
        return pulse >= 0 && pulse < list.Count ? list[pulse] : null;
    }

    /// <summary>Takes what follows a pulse for the falling sweep.</summary>
    /// <param name="turn">The last rising pulse; below 0: all fall.</param>
    internal void Turn(int turn)
    {
        if (turn < 0) (_rising, _falling) = ([], _rising);
        else if (turn + 1 < _rising.Count) (_falling, _rising) = ([null, .. _rising[(turn + 1)..]], _rising[..(turn + 1)]);
    }

    private IEnumerable<(bool IsDepression, int Pulse, PulseMoments Moments)> Of(bool depression) =>
        (depression ? _falling : _rising).Index().Where(m => m.Item is not null).Select(m => (depression, m.Index, m.Item!));
}
